/** What this service knows of conventions, which partnerships-service owns: enough to count those in force. */
@NullMarked
package ma.jazari.events.conventioncopy;

import org.jspecify.annotations.NullMarked;
