/** The agenda of program events: what is held in which room, when, and by whom. */
@NullMarked
package ma.jazari.events.session;

import org.jspecify.annotations.NullMarked;
