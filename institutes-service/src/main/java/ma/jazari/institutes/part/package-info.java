@NullMarked
package ma.jazari.institutes.part;

import org.jspecify.annotations.NullMarked;
