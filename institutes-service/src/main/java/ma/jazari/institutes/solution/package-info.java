@NullMarked
package ma.jazari.institutes.solution;

import org.jspecify.annotations.NullMarked;
