package ma.jazari.partnerships.partner;

import java.util.Set;

/** Where a partner stands, and where it can go from there. Only an active one can become party to a convention. */
public enum PartnerStatus {
    ACTIVE("partner.activated"),
    INACTIVE("partner.deactivated"),
    MERGED("partner.merged");

    private final String arrival;

    PartnerStatus(String arrival) {
        this.arrival = arrival;
    }

    /** The states that can be reached in one move. */
    public Set<PartnerStatus> next() {
        return switch (this) {
            case ACTIVE -> Set.of(INACTIVE, MERGED);
            case INACTIVE -> Set.of(ACTIVE, MERGED);
            case MERGED -> Set.of();
        };
    }

    /** The type of the change that a move into this state is. */
    public String changeType() {
        return arrival;
    }
}
