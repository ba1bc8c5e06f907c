package ma.jazari.partnerships.webhookdelivery;

import java.util.List;
import ma.jazari.partnerships.webhooksigning.SigningKey;

/** What one attempt sends, and where. */
record Parcel(String url, String messageId, String body, List<SigningKey> keys) {}
