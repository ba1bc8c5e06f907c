package ma.jazari.partnerships.webhookdelivery;

/** What has become of a message to a webhook. */
public enum DeliveryStatus {
    /** It waits for its first or its next attempt, or for an earlier change of its record. */
    PENDING,
    /** The receiver answered 2xx. */
    DELIVERED,
    /** The last attempt failed. */
    GIVEN_UP,
    /** Nobody wanted it any more: the webhook went on without it, or was deleted. */
    DROPPED
}
