/** Changes of time-zone rules: which program events they move, and how those are put right. */
@NullMarked
package ma.jazari.events.timerules;

import org.jspecify.annotations.NullMarked;
