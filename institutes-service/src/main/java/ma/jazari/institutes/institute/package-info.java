@NullMarked
package ma.jazari.institutes.institute;

import org.jspecify.annotations.NullMarked;
