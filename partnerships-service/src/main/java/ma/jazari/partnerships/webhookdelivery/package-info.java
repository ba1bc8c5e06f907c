/** How webhooks are told: their queues, the attempts, what became of them, pings and replays. */
@NullMarked
package ma.jazari.partnerships.webhookdelivery;

import org.jspecify.annotations.NullMarked;
