/** Mails to people, kept until they are sent. */
@NullMarked
package ma.jazari.events.mail;

import org.jspecify.annotations.NullMarked;
