@NullMarked
package ma.jazari.institutes.curation;

import org.jspecify.annotations.NullMarked;
