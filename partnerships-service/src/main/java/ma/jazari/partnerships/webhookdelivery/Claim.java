package ma.jazari.partnerships.webhookdelivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that this replica has to itself.
 *
 * @param until when somebody else may take it; names the claim, too
 */
record Claim(UUID webhookId, UUID messageId, Instant until) {}
