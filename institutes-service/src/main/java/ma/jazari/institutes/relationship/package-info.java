@NullMarked
package ma.jazari.institutes.relationship;

import org.jspecify.annotations.NullMarked;
