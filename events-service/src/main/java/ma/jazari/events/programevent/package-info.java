@NullMarked
package ma.jazari.events.programevent;

import org.jspecify.annotations.NullMarked;
