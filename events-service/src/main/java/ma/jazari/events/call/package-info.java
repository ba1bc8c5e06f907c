/** Calls: program events that one answers by a deadline, with projects or as a partner. */
@NullMarked
package ma.jazari.events.call;

import org.jspecify.annotations.NullMarked;
