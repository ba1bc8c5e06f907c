package ma.jazari.events.registration;

import java.time.Instant;
import java.util.List;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** How far an event has come for those who registered, and what can be done about a registration then. */
enum Phase {
    /** It is ahead: places are taken, given back and offered. */
    AHEAD(""),
    /** It is postponed, or not yet published: nobody gets a place, and whoever wants to goes. */
    OFF(" The program event is off; places are given again once it is on."),
    /** It has begun or is over: what was stays. */
    BEGUN(" The program event has begun, and registrations stay as they are."),
    /** It does not take place: all registrations end. */
    CANCELLED(" The program event is cancelled, and its registrations end with it.");

    private final String explanation;

    Phase(String explanation) {
        this.explanation = explanation;
    }

    static Phase of(ProgramEventState event, Instant now) {
        return switch (event.status()) {
            case DRAFT, POSTPONED -> OFF;
            case PUBLISHED -> now.isBefore(event.startInstant()) ? AHEAD : BEGUN;
            case COMPLETED -> BEGUN;
            case CANCELLED -> CANCELLED;
        };
    }

    /** The moves that are open to the person. */
    List<RegistrationState> openToPerson(Registration registration) {
        return open(
                registration,
                switch (registration.state()) {
                    case OFFERED -> List.of(RegistrationState.CONFIRMED, RegistrationState.CANCELLED);
                    case CONFIRMED, PENDING, WAITING -> List.of(RegistrationState.CANCELLED);
                    case DECLINED, CANCELLED -> List.of();
                });
    }

    /** The moves that are open to the organiser; who is let in before others is for the queue to say. */
    List<RegistrationState> openToOrganiser(Registration registration) {
        return open(
                registration,
                switch (registration.state()) {
                    case PENDING ->
                        List.of(RegistrationState.CONFIRMED, RegistrationState.DECLINED, RegistrationState.CANCELLED);
                    case WAITING -> List.of(RegistrationState.DECLINED, RegistrationState.CANCELLED);
                    case OFFERED, CONFIRMED -> List.of(RegistrationState.CANCELLED);
                    case DECLINED, CANCELLED -> List.of();
                });
    }

    private List<RegistrationState> open(Registration registration, List<RegistrationState> whileAhead) {
        return switch (this) {
            case AHEAD -> registration.hasCheckedIn() ? List.of() : whileAhead;
            case OFF -> whileAhead.stream().filter(RegistrationState::isOver).toList();
            case BEGUN, CANCELLED -> List.of();
        };
    }

    /**
     * @param open the moves that are open to the caller
     * @throws Problem 409 if the move is none of them; says why, and which are
     */
    void check(RegistrationState to, Registration registration, List<RegistrationState> open) {
        if (!open.contains(to)) {
            var refused = Problem.moveNotAllowed(registration.state(), to, open);
            var why = registration.hasCheckedIn() ? " The person has been noted to be there." : explanation;
            throw Problem.of(ProblemType.MOVE_NOT_ALLOWED, refused.detail() + why)
                    .with("allowed", open);
        }
    }
}
