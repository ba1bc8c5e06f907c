/** Where webhooks may lead: to addresses of the public internet, and nowhere into the registry's own network. */
@NullMarked
package ma.jazari.partnerships.webhooktarget;

import org.jspecify.annotations.NullMarked;
