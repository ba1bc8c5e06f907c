/** The indicators of programmes over HTTP. An indicator is part of its programme's record, and changes with it. */
@NullMarked
package ma.jazari.events.indicator;

import org.jspecify.annotations.NullMarked;
