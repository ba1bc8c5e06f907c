@NullMarked
package ma.jazari.institutes.vocabulary;

import org.jspecify.annotations.NullMarked;
