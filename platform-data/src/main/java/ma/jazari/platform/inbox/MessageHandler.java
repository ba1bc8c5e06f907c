package ma.jazari.platform.inbox;

import java.util.Set;

/** What a service does with messages of other services. Runs in the transaction that claims the message. */
public interface MessageHandler {

    /**
     * The reader that it belongs to; handlers of one reader share a consumer group, and what one cannot handle holds up
     * none of another. A handler that must be on its own names a reader of its own.
     */
    default String reader() {
        return "";
    }

    /** The topics it reads. */
    Set<String> topics();

    /** The types it knows, for instance {@code institute.activated}; or a prefix that ends in a dot. */
    boolean knows(String type);

    /** Has the message's effect. A message older than what is already known must have none. */
    void handle(Message message);
}
