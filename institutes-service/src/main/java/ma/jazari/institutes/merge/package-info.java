@NullMarked
package ma.jazari.institutes.merge;

import org.jspecify.annotations.NullMarked;
