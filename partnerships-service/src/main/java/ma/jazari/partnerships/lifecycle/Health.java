package ma.jazari.partnerships.lifecycle;

import java.util.Collection;

/** How the obligations of a convention in force stand. */
public enum Health {
    ON_TRACK,
    /** One is due within a month. */
    AT_RISK,
    /** One has lapsed: its day has passed, and it was neither fulfilled nor waived. */
    BREACHED;

    public static Health of(Collection<ObligationFact> obligations) {
        if (obligations.stream().anyMatch(ObligationFact::isLapsed)) {
            return BREACHED;
        }
        return obligations.stream().anyMatch(fact -> fact.isPending() && fact.dueSoon()) ? AT_RISK : ON_TRACK;
    }
}
