/** Progress: what the measurements of a programme and its parts amount to, against the line to the target. */
@NullMarked
package ma.jazari.events.progress;

import org.jspecify.annotations.NullMarked;
