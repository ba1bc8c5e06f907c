@NullMarked
package ma.jazari.platform.openapi;

import org.jspecify.annotations.NullMarked;
