/** Who comes to a program event: places, the queue for them, and the personal data of those who registered. */
@NullMarked
package ma.jazari.events.registration;

import org.jspecify.annotations.NullMarked;
