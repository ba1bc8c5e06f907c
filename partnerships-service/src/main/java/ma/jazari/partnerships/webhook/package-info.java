/** Webhooks of partners: where their systems are told of changes, of which, and by which signature. */
@NullMarked
package ma.jazari.partnerships.webhook;

import org.jspecify.annotations.NullMarked;
