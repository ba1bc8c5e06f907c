@NullMarked
package ma.jazari.institutes.bulk;

import org.jspecify.annotations.NullMarked;
