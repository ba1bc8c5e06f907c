@NullMarked
package ma.jazari.institutes.importing;

import org.jspecify.annotations.NullMarked;
