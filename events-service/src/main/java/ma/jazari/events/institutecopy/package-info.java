@NullMarked
package ma.jazari.events.institutecopy;

import org.jspecify.annotations.NullMarked;
