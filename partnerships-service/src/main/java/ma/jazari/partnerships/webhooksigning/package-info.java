/** How messages to webhooks are signed: Standard Webhooks 1.0, as plain Java. */
@NullMarked
package ma.jazari.partnerships.webhooksigning;

import org.jspecify.annotations.NullMarked;
