@NullMarked
package ma.jazari.platform.problem;

import org.jspecify.annotations.NullMarked;
