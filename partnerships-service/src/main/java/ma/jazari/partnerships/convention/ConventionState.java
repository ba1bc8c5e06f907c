package ma.jazari.partnerships.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Contribution;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Digest;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.agreement.Term;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What is published of a convention: to its parties at once, to everybody once it is in force. */
record ConventionState(
        String id,
        String code,
        ConventionStatus status,
        List<LocalText> titles,
        ConventionKind kind,
        List<ConventionDomain> domains,
        PartyRef ownerParty,
        List<Party> parties,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Renewal renewal,
        List<Term> terms,
        List<Contribution> contributions,
        List<Obligation> obligations,
        boolean southSouth,
        int revision,
        Digest digest,
        @Nullable Integer proposedRevision,
        @Nullable Integer inForceRevision,
        boolean sample,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
