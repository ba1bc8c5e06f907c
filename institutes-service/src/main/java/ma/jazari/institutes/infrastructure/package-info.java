@NullMarked
package ma.jazari.institutes.infrastructure;

import org.jspecify.annotations.NullMarked;
