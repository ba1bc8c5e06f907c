/** What counts of an indicator, added up by the database: measurements, and what derives from the registry's records. */
@NullMarked
package ma.jazari.events.tally;

import org.jspecify.annotations.NullMarked;
