/** Calendar feeds, a rush of registrations, and the progress of programmes. */
@NullMarked
package ma.jazari.benchmarks.events;

import org.jspecify.annotations.NullMarked;
