@NullMarked
package ma.jazari.platform.kafka;

import org.jspecify.annotations.NullMarked;
