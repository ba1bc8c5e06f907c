/** Institutes that look like each other. */
@NullMarked
package ma.jazari.institutes.duplicate;

import org.jspecify.annotations.NullMarked;
