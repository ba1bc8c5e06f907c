package ma.jazari.events.tally;

/**
 * Measurements that count, and of what worth they are.
 *
 * @param all the verified and the reported ones together
 * @param verified those that were checked
 * @param reported those that were not yet
 */
public record Split(Amount all, Amount verified, Amount reported) {

    public static final Split NONE = new Split(Amount.NONE, Amount.NONE, Amount.NONE);

    public Split plus(Split other) {
        return new Split(all.plus(other.all), verified.plus(other.verified), reported.plus(other.reported));
    }
}
