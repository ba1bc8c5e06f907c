@NullMarked
package ma.jazari.institutes.exporting;

import org.jspecify.annotations.NullMarked;
