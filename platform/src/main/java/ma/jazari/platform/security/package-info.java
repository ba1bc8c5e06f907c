@NullMarked
package ma.jazari.platform.security;

import org.jspecify.annotations.NullMarked;
