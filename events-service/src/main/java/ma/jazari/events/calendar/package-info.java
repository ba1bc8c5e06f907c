@NullMarked
package ma.jazari.events.calendar;

import org.jspecify.annotations.NullMarked;
