package ma.jazari.events.measurement;

import java.util.Set;

/**
 * What a measurement is worth. There is no way back: a dispute ends with a correction, so that what counted at a time of
 * the past can always be told.
 */
public enum MeasurementStatus {
    /** An institute says so; counts as reported. */
    REPORTED("measurement.reported"),
    /** The network administrator has checked it; counts as verified. */
    VERIFIED("measurement.verified"),
    /** The network administrator doubts it; counts nowhere. */
    DISPUTED("measurement.disputed"),
    /** Another one corrects it; counts nowhere. */
    SUPERSEDED("measurement.superseded");

    private final String arrival;

    MeasurementStatus(String arrival) {
        this.arrival = arrival;
    }

    /** The states that the network administrator can move it to. */
    public Set<MeasurementStatus> next() {
        return switch (this) {
            case REPORTED -> Set.of(VERIFIED, DISPUTED);
            case VERIFIED -> Set.of(DISPUTED);
            case DISPUTED, SUPERSEDED -> Set.of();
        };
    }

    /** The type of the change that a move into this state is. */
    String changeType() {
        return arrival;
    }
}
