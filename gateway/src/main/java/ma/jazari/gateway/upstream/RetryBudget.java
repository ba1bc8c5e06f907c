package ma.jazari.gateway.upstream;

/**
 * How many requests may be sent a second time: a few, and then a part of all requests, so that retries never make a
 * service that is in trouble fall over.
 */
final class RetryBudget {

    private static final int WHOLE = 100;
    private static final int FEW = 10;
    private static final int MOST = 10 * FEW;

    private final int percent;
    private int hundredths = FEW * WHOLE;

    RetryBudget(int percent) {
        this.percent = percent;
    }

    /** A request was sent for the first time. */
    synchronized void earn() {
        hundredths = Math.min(MOST * WHOLE, hundredths + percent);
    }

    /** Whether one more may be sent again. */
    synchronized boolean spend() {
        if (hundredths < WHOLE) {
            return false;
        }
        hundredths -= WHOLE;
        return true;
    }
}
