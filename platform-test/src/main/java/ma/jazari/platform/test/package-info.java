@NullMarked
package ma.jazari.platform.test;

import org.jspecify.annotations.NullMarked;
