@NullMarked
package ma.jazari.events.overview;

import org.jspecify.annotations.NullMarked;
