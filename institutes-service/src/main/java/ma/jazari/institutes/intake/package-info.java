@NullMarked
package ma.jazari.institutes.intake;

import org.jspecify.annotations.NullMarked;
