@NullMarked
package ma.jazari.institutes.competency;

import org.jspecify.annotations.NullMarked;
