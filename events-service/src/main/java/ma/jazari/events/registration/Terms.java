package ma.jazari.events.registration;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import ma.jazari.events.programevent.Admission;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.events.programevent.RegistrationSettings;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.security.Actor;

/** What one registers under: the event as it is now. */
record Terms(ProgramEventState event, RegistrationSettings settings, ZoneTimes zones) {

    /** @throws Problem 409 where the event takes no registrations at all */
    static Terms of(ProgramEventState event, ZoneTimes zones) {
        var settings = event.registration();
        if (settings == null) {
            throw Problem.conflict("One does not register for this program event.");
        }
        return new Terms(event, settings, zones);
    }

    /** @throws Problem 403, 409 if the actor cannot register now; says what is needed, and from when until when one can */
    void checkIsOpen(Actor actor, Instant now) {
        if (settings.admission() == Admission.CLOSED) {
            throw Problem.conflict("Registration is closed.");
        }
        if (settings.admission() == Admission.MEMBERS && actor.isAnonymous()) {
            throw Problem.forbidden(
                    "Registration is for those who have an account of the network: send an access token.");
        }
        if (event.status() != ProgramEventStatus.PUBLISHED) {
            throw Problem.conflict("The program event is " + event.status() + "; one registers while it is PUBLISHED.");
        }
        var opens = settings.opensAt(event.zone(), zones);
        if (opens != null && now.isBefore(opens)) {
            throw Problem.conflict("Registration opens at " + opens + ".").with("opensAt", opens.toString());
        }
        if (!now.isBefore(closes())) {
            throw Problem.conflict("Registration closed at " + closes() + ".").with("closedAt", closes().toString());
        }
    }

    private Instant closes() {
        return settings.closesAt(event.startInstant(), event.zone(), zones);
    }

    /** @throws Problem 400 with all that is wrong with what the form asks */
    void check(RegistrationRequest request) {
        var violations = new Violations();
        Answers.check(settings.questionsOrNone(), answers(request), violations);
        if (settings.needsConsent() && !Boolean.TRUE.equals(request.consent())) {
            violations.add(
                    "/consent", "must be true: one agrees to the text that the event's registration has as consent");
        }
        violations.throwIfAny();
    }

    static Map<String, Object> answers(RegistrationRequest request) {
        return Objects.requireNonNullElse(request.answers(), Map.of());
    }
}
