package ma.jazari.events.registration;

/** Why a registration is over. */
public enum Cause {
    /** The person said so. */
    PERSON,
    /** The organiser said so. */
    ORGANISER,
    /** A place was offered and not taken in time. */
    OFFER_LAPSED,
    /** The event does not take place. */
    EVENT_CANCELLED,
    /** Who it was is erased, and nobody keeps a place for somebody who is not known. */
    ERASURE
}
