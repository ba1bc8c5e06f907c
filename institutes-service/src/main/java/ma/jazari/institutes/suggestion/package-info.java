@NullMarked
package ma.jazari.institutes.suggestion;

import org.jspecify.annotations.NullMarked;
