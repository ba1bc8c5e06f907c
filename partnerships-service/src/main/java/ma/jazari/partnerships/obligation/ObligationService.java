package ma.jazari.partnerships.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import ma.jazari.partnerships.agreement.Obligation;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.Acting;
import ma.jazari.partnerships.convention.Convention;
import ma.jazari.partnerships.convention.ConventionWriter;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.obligation.ObligationTransitionRequest.GivenEvidence;
import ma.jazari.partnerships.obligation.ObligationTransitionRequest.To;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Fulfils and waives obligations: the party that owes does the one, a party that decides and does not owe the other. */
@ApplicationScoped
class ObligationService {

    private final ConventionWriter writer;
    private final Acting acting;

    ObligationService(ConventionWriter writer, Acting acting) {
        this.writer = writer;
        this.acting = acting;
    }

    @Transactional
    public Convention move(
            String id, String key, ExpectedVersion expected, ObligationTransitionRequest request, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        var obligation = obligation(convention, key);
        if (request.to() == To.FULFILLED) {
            fulfil(convention, obligation, request, actor);
        } else {
            waive(convention, obligation, request, actor);
        }
        return convention;
    }

    private void fulfil(
            Convention convention, Obligation obligation, ObligationTransitionRequest request, Actor actor) {
        var act = act(request, List.of(obligation.party()), actor);
        var evidence = Objects.requireNonNull(request.evidence(), "checked with the request");
        checkIsAttached(convention, evidence);
        var on = request.on() == null ? act.today() : request.on();
        if (on.isAfter(act.today())) {
            throw Problem.invalid("/on", "must not be after today, " + act.today());
        }
        writer.change(
                convention, found -> found.fulfil(obligation.key(), evidence.kept(), on, act), request.reason(), actor);
    }

    private void waive(Convention convention, Obligation obligation, ObligationTransitionRequest request, Actor actor) {
        var others = convention.text().deciders().stream()
                .filter(party -> !party.equals(obligation.party()))
                .toList();
        var act = act(request, others, actor);
        writer.change(convention, found -> found.waive(obligation.key(), act), request.reason(), actor);
    }

    /** On behalf of one of those whose act it is; the network administrator says whose it records. */
    private Act act(ObligationTransitionRequest request, List<PartyRef> eligible, Actor actor) {
        var act = acting.of(request.onBehalfOf(), eligible, actor);
        if (act.party() == null) {
            throw actor.isNetworkAdmin()
                    ? Problem.invalid("/onBehalfOf", "is required: this is the act of one of " + eligible)
                    : Problem.forbidden("This is the act of one of " + eligible + ", and you act for none of them.");
        }
        return act;
    }

    private static Obligation obligation(Convention convention, String key) {
        return convention.agreement().obligations().stream()
                .filter(obligation -> obligation.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("obligation", key));
    }

    private static void checkIsAttached(Convention convention, GivenEvidence evidence) {
        var attachmentId = evidence.attachmentId();
        if (attachmentId != null
                && convention.attachments().stream().noneMatch(file -> file.id().equals(attachmentId))) {
            throw Problem.invalid("/evidence/attachmentId", "is no attachment of the convention; upload it first");
        }
    }
}
