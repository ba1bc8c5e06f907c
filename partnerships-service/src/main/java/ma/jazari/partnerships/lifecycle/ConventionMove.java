package ma.jazari.partnerships.lifecycle;

import static ma.jazari.partnerships.lifecycle.ConventionMove.Asker.ANY_PARTY;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Asker.DECIDING_PARTY;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Asker.NOBODY;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Asker.WHOEVER_BEGAN_IT;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Cause.APPROVALS;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Cause.CONSENTS;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Cause.DATE;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Cause.REQUEST;
import static ma.jazari.partnerships.lifecycle.ConventionMove.Cause.SIGNATURES;

import java.util.Arrays;
import java.util.List;

/**
 * The state machine of conventions, one line a move. What is not here does not happen. Of the moves that are asked for,
 * the network administrator may ask for each.
 */
public enum ConventionMove {
    //                  from                                  to                                    brought about by
    // asked for by
    PROPOSAL(ConventionStatus.DRAFT, ConventionStatus.PROPOSED, REQUEST, ANY_PARTY),
    GIVING_UP(ConventionStatus.DRAFT, ConventionStatus.WITHDRAWN, REQUEST, ANY_PARTY),
    COUNTER(ConventionStatus.PROPOSED, ConventionStatus.PROPOSED, REQUEST, ANY_PARTY),
    APPROVAL(ConventionStatus.PROPOSED, ConventionStatus.APPROVED, APPROVALS, NOBODY),
    REJECTION(ConventionStatus.PROPOSED, ConventionStatus.REJECTED, REQUEST, DECIDING_PARTY),
    WITHDRAWAL(ConventionStatus.PROPOSED, ConventionStatus.WITHDRAWN, REQUEST, ANY_PARTY),
    SIGNING(ConventionStatus.APPROVED, ConventionStatus.SIGNED, SIGNATURES, NOBODY),
    LATE_WITHDRAWAL(ConventionStatus.APPROVED, ConventionStatus.WITHDRAWN, REQUEST, DECIDING_PARTY),
    START(ConventionStatus.SIGNED, ConventionStatus.IN_FORCE, DATE, NOBODY),
    AMENDMENT(ConventionStatus.IN_FORCE, ConventionStatus.IN_FORCE, APPROVALS, NOBODY),
    SUSPENSION(ConventionStatus.IN_FORCE, ConventionStatus.SUSPENDED, REQUEST, DECIDING_PARTY),
    NOTICE(ConventionStatus.IN_FORCE, ConventionStatus.TERMINATION_NOTICED, REQUEST, DECIDING_PARTY),
    TERMINATION(ConventionStatus.IN_FORCE, ConventionStatus.TERMINATED, CONSENTS, DECIDING_PARTY),
    EXPIRY(ConventionStatus.IN_FORCE, ConventionStatus.EXPIRED, DATE, NOBODY),
    RESUMPTION(ConventionStatus.SUSPENDED, ConventionStatus.IN_FORCE, REQUEST, WHOEVER_BEGAN_IT),
    END_OF_SUSPENDED(ConventionStatus.SUSPENDED, ConventionStatus.TERMINATED, CONSENTS, DECIDING_PARTY),
    END_OF_NOTICE(ConventionStatus.TERMINATION_NOTICED, ConventionStatus.TERMINATED, DATE, NOBODY),
    NOTICE_TAKEN_BACK(ConventionStatus.TERMINATION_NOTICED, ConventionStatus.IN_FORCE, REQUEST, WHOEVER_BEGAN_IT);

    private final ConventionStatus from;
    private final ConventionStatus to;
    private final Cause cause;
    private final Asker asker;

    ConventionMove(ConventionStatus from, ConventionStatus to, Cause cause, Asker asker) {
        this.from = from;
        this.to = to;
        this.cause = cause;
        this.asker = asker;
    }

    /** What brings a move about. */
    public enum Cause {
        /** Somebody who may asks for it. */
        REQUEST,
        /** All parties that decide have approved the text. */
        APPROVALS,
        /** All signatories have signed it. */
        SIGNATURES,
        /** All parties that decide have asked for it; the network administrator's word does at once. */
        CONSENTS,
        /** A day has come. */
        DATE
    }

    /** Who may ask for a move. */
    public enum Asker {
        ANY_PARTY,
        /** A party in the role of PARTY or SIGNATORY. */
        DECIDING_PARTY,
        /** The party that suspended, or gave notice. */
        WHOEVER_BEGAN_IT,
        /** It follows from other acts. */
        NOBODY
    }

    /** The moves from a state, in the order of the table. */
    public static List<ConventionMove> from(ConventionStatus status) {
        return Arrays.stream(values()).filter(move -> move.from == status).toList();
    }

    public ConventionStatus from() {
        return from;
    }

    public ConventionStatus to() {
        return to;
    }

    public Cause cause() {
        return cause;
    }

    public Asker asker() {
        return asker;
    }

    /** Whether somebody asks for it; the others follow from approvals, signatures and dates. */
    public boolean isAskedFor() {
        return asker != NOBODY;
    }
}
