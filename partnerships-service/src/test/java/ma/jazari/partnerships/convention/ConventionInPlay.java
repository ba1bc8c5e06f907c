package ma.jazari.partnerships.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.Party;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyRole;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.agreement.Renewal;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.Who;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** A convention between an institute and a university, with a funder and a witness, played through its states in memory. */
final class ConventionInPlay {

    static final PartyRef FES = new PartyRef(PartyType.INSTITUTE, "j4k7xq236");
    static final PartyRef UNIVERSITY = new PartyRef(PartyType.PARTNER, "p5m2c0066");
    static final PartyRef FUNDER = new PartyRef(PartyType.PARTNER, "p00000098");
    static final Actor NETWORK_ADMIN = new Actor("1", "root", Set.of(Role.NETWORK_ADMIN), Set.of());
    static final Actor AUDITOR = new Actor("2", "auditor", Set.of(Role.AUDITOR), Set.of());
    static final Actor STRANGER = new Actor("3", "stranger", Set.of(Role.PARTNER), Set.of());

    LocalDate today = LocalDate.of(2026, 11, 24);
    final Convention convention;

    private ConventionInPlay(Agreement agreement) {
        convention = Convention.draft(
                "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f",
                "CNV-2026-00017",
                new Draft(agreement, FES, List.of(), false, false),
                Instant.parse("2026-11-24T10:00:00Z"));
    }

    static Agreement agreement(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Renewal renewal, Obligation... obligations) {
        var roles = List.of(PartyRole.PARTY, PartyRole.SIGNATORY);
        return Agreement.of(
                        List.of(new LocalText("Convention cadre", "fr")),
                        ConventionKind.FRAMEWORK,
                        List.of(ConventionDomain.RESEARCH),
                        List.of(
                                new Party(FES, roles, null),
                                new Party(UNIVERSITY, roles, null),
                                new Party(FUNDER, List.of(PartyRole.FUNDER), null)),
                        from,
                        to,
                        renewal,
                        List.of(),
                        List.of(),
                        List.of(obligations),
                        null)
                .normal();
    }

    static ConventionInPlay of(Agreement agreement) {
        return new ConventionInPlay(agreement);
    }

    /** One that runs from the day that it is signed for three years. */
    static ConventionInPlay in(ConventionStatus status) {
        return of(agreement(null, LocalDate.of(2029, 11, 23), null)).to(status);
    }

    ConventionInPlay to(ConventionStatus status) {
        switch (status) {
            case DRAFT -> {}
            case PROPOSED -> convention.propose(false, act(FES));
            case WITHDRAWN -> to(ConventionStatus.PROPOSED).convention.withdraw(act(FES));
            case REJECTED -> to(ConventionStatus.PROPOSED).convention.reject(act(UNIVERSITY));
            case APPROVED -> {
                to(ConventionStatus.PROPOSED).convention.approve(act(FES));
                convention.approve(act(UNIVERSITY));
            }
            case SIGNED -> {
                to(ConventionStatus.APPROVED).sign(FES);
                sign(UNIVERSITY);
            }
            case IN_FORCE -> to(ConventionStatus.SIGNED).dawn();
            case SUSPENDED -> to(ConventionStatus.IN_FORCE).convention.suspend(act(FES));
            case TERMINATION_NOTICED -> to(ConventionStatus.IN_FORCE).convention.giveNotice(null, act(FES));
            case TERMINATED -> to(ConventionStatus.IN_FORCE).convention.terminate("over", act(null));
            case EXPIRED -> {
                to(ConventionStatus.IN_FORCE);
                on(LocalDate.of(2040, 1, 1));
            }
        }
        return this;
    }

    void sign(PartyRef party) {
        var text = convention.text();
        convention.sign(
                new Signature(
                        party,
                        text.revision(),
                        text.digest(),
                        Signature.Method.WET_INK,
                        null,
                        null,
                        null,
                        null,
                        today,
                        Instant.EPOCH,
                        null),
                act(party));
    }

    /** Lets come to pass what is due by the day. */
    ConventionInPlay on(LocalDate day) {
        today = day;
        return dawn();
    }

    ConventionInPlay dawn() {
        for (var due = convention.due(today); due.isPresent(); due = convention.due(today)) {
            convention.meet(due.get(), act(null));
        }
        return this;
    }

    Act act(@Nullable PartyRef party) {
        return new Act(party, new Who("4", "Amina"), false, Instant.parse("2026-11-24T11:00:00Z"), today);
    }

    static Actor actingFor(PartyRef party) {
        var role = party.type() == PartyType.INSTITUTE ? Role.INSTITUTE_ADMIN : Role.PARTNER;
        return new Actor(
                "of " + party.id(),
                "of " + party.id(),
                Set.of(role),
                Set.of(new Scope(party.type().name(), party.id())));
    }
}
