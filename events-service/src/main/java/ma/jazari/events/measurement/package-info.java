/** Measurements: what institutes report of a programme's indicators for a period, and what becomes of it. */
@NullMarked
package ma.jazari.events.measurement;

import org.jspecify.annotations.NullMarked;
