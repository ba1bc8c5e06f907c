/** What is done by the clock. */
@NullMarked
package ma.jazari.events.schedule;

import org.jspecify.annotations.NullMarked;
