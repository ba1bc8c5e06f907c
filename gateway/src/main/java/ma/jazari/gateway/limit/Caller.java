package ma.jazari.gateway.limit;

import org.jspecify.annotations.Nullable;

/**
 * Who is counted.
 *
 * @param client the id of its client; null for an address
 * @param key what its requests are counted under
 */
record Caller(@Nullable String client, String key) {

    static Caller address(String subscriber) {
        return new Caller(null, subscriber);
    }

    /** A system counts as one; so does each person who uses an application. */
    static Caller client(String client, String subject) {
        return new Caller(client, client + " " + subject);
    }

    boolean isAnonymous() {
        return client == null;
    }
}
