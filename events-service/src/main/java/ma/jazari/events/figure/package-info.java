/** What figures are made of: decimals, indicators, and how an indicator's values add up. */
@NullMarked
package ma.jazari.events.figure;

import org.jspecify.annotations.NullMarked;
