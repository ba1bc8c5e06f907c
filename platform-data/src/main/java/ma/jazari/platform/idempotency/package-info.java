@NullMarked
package ma.jazari.platform.idempotency;

import org.jspecify.annotations.NullMarked;
