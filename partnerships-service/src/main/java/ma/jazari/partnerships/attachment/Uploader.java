package ma.jazari.partnerships.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who uploaded an attachment.
 *
 * @param party the party that it was done for, as TYPE:id; null where it was for none
 * @param sub subject of the token
 * @param name what to show of it
 */
public record Uploader(@Schema(examples = "INSTITUTE:j4k7xq236") @Nullable String party, String sub, String name) {}
