package ma.jazari.partnerships.webhook;

import java.util.List;

/** Where a webhook stands. */
public enum WebhookStatus {
    /** It is told of changes. */
    ACTIVE,
    /** It stands still; once it is active again, it goes on where it stood. */
    DISABLED,
    /** Nobody sees it any more. */
    DELETED;

    /** The moves that are open from here. */
    List<WebhookStatus> next() {
        return switch (this) {
            case ACTIVE -> List.of(DISABLED);
            case DISABLED -> List.of(ACTIVE);
            case DELETED -> List.of();
        };
    }
}
