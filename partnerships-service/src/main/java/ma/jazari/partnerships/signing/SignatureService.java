package ma.jazari.partnerships.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.Acting;
import ma.jazari.partnerships.convention.Convention;
import ma.jazari.partnerships.convention.ConventionPolicy;
import ma.jazari.partnerships.convention.ConventionWriter;
import ma.jazari.partnerships.convention.NamedText;
import ma.jazari.partnerships.lifecycle.Act;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.Signature.Method;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.partnerships.party.PartySuccessions;
import ma.jazari.partnerships.partykey.DetachedJws;
import ma.jazari.partnerships.partykey.PartyKey;
import ma.jazari.partnerships.partykey.PartyKeys;
import ma.jazari.partnerships.partykey.VerifiedSignature;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Takes the signatures of conventions. What was signed is what was approved: the text is named by its digest. */
@ApplicationScoped
public class SignatureService {

    private final ConventionWriter writer;
    private final NamedText named;
    private final PartyKeys keys;
    private final PartySuccessions successions;
    private final Acting acting;

    SignatureService(
            ConventionWriter writer, NamedText named, PartyKeys keys, PartySuccessions successions, Acting acting) {
        this.writer = writer;
        this.named = named;
        this.keys = keys;
        this.successions = successions;
        this.acting = acting;
    }

    /** A party signs; once more by the same party changes nothing. The last signature may put the convention in force. */
    @Transactional
    public Convention sign(String id, ExpectedVersion expected, SignatureRequest request, Actor actor) {
        var convention = writer.lock(id, expected, actor);
        checkIsUpForSigning(convention, actor);
        var text = convention.text();
        named.check(convention, text, request.revision(), request.digest(), actor);
        var act = acting.of(request.party(), text.signatories(), "/party", actor);
        if (text.assent().isSignedBy(request.party())) {
            return convention;
        }
        var signature = request.method() == Method.JWS
                ? byKey(convention, text, request, act)
                : inInk(convention, text, request, act, actor);
        writer.change(convention, found -> found.sign(signature, act), null, actor);
        writer.catchUp(convention);
        return convention;
    }

    /** What is approved is signed; and what was amended can be signed while it is in force. */
    private static void checkIsUpForSigning(Convention convention, Actor actor) {
        boolean open =
                convention.status() == ConventionStatus.APPROVED || convention.status() == ConventionStatus.IN_FORCE;
        if (!open) {
            throw ConventionPolicy.notNow(
                    convention,
                    actor,
                    "Nothing is up for signing: a text is signed once all who must have approved it.");
        }
    }

    private Signature byKey(Convention convention, Text text, SignatureRequest request, Act act) {
        if (act.recorded()) {
            throw Problem.forbidden("A party signs by its key itself; you record signatures in ink.");
        }
        var payload = CanonicalForm.of(text.agreement()).getBytes(StandardCharsets.UTF_8);
        var verified =
                DetachedJws.verify(String.valueOf(request.jws()), payload, kid -> key(request.party(), kid, act.at()));
        checkMeans(convention, text, verified);
        return new Signature(
                request.party(),
                text.revision(),
                text.digest(),
                Method.JWS,
                request.jws(),
                verified.kid(),
                verified.alg(),
                null,
                null,
                act.at(),
                act.by());
    }

    /** A header that says which convention and revision it is of must mean these. */
    private static void checkMeans(Convention convention, Text text, VerifiedSignature verified) {
        Map<String, Object> header = verified.protectedHeader();
        var conventionId = header.get("convention");
        if (conventionId != null && !conventionId.equals(convention.id())) {
            throw Problem.invalid("/jws", "is of another convention, " + conventionId);
        }
        var revision = header.get("revision");
        if (revision != null && !String.valueOf(text.revision()).equals(revision.toString())) {
            throw Problem.invalid("/jws", "is of another revision, " + revision);
        }
    }

    /** A key of the party, or of the institute that it has become part of. */
    private Optional<PartyKey> key(PartyRef party, String kid, Instant at) {
        return keys.find(party, kid, at).or(() -> Optional.ofNullable(
                        successions.current(List.of(party.id())).get(party.id()))
                .flatMap(successor -> keys.find(new PartyRef(party.type(), successor), kid, at)));
    }

    private static Signature inInk(Convention convention, Text text, SignatureRequest request, Act act, Actor actor) {
        if (!actor.isNetworkAdmin()) {
            throw Problem.forbidden("The network administrator records signatures in ink; sign by your key yourself.");
        }
        if (convention.attachments().stream().noneMatch(file -> file.id().equals(request.attachmentId()))) {
            throw Problem.invalid("/attachmentId", "is no attachment of the convention; upload the scan first");
        }
        if (request.signedOn() != null && request.signedOn().isAfter(act.today())) {
            throw Problem.invalid("/signedOn", "must not be after today, " + act.today());
        }
        return new Signature(
                request.party(),
                text.revision(),
                text.digest(),
                Method.WET_INK,
                null,
                null,
                null,
                request.attachmentId(),
                request.signedOn(),
                act.at(),
                act.by());
    }
}
