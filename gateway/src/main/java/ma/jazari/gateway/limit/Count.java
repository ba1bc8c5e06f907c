package ma.jazari.gateway.limit;

/**
 * Where a caller stands after a request.
 *
 * @param accepted whether the request was within the quota
 * @param remaining how many more are
 * @param seconds until all of the quota is there again
 */
record Count(Quota quota, boolean accepted, long remaining, long seconds) {

    /** As an item of RateLimit. */
    String header() {
        return "\"" + quota.policy() + "\";r=" + remaining + ";t=" + seconds;
    }
}
