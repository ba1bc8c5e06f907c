package ma.jazari.gateway.limit;

import java.time.Duration;

/**
 * How many requests one caller may send in which time.
 *
 * @param policy its name, in the RateLimit headers
 */
record Quota(String policy, int requests, Duration window) {

    /** As an item of RateLimit-Policy. */
    String header() {
        return "\"" + policy + "\";q=" + requests + ";w=" + window.toSeconds();
    }
}
