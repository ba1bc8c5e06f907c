@NullMarked
package ma.jazari.contracts;

import org.jspecify.annotations.NullMarked;
