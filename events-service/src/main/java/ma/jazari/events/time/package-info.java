@NullMarked
package ma.jazari.events.time;

import org.jspecify.annotations.NullMarked;
