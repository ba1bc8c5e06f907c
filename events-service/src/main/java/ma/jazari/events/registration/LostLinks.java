package ma.jazari.events.registration;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Sends persons the links of their registrations again, to the address that they registered by and to no other. */
@ApplicationScoped
class LostLinks {

    // Nobody is sent many mails because somebody else knows the address.
    private static final String MAY_BE_SENT =
            """
            insert into registration_link_sent as last (registration_id, sent_at) values (?, ?)
            on conflict (registration_id) do update set sent_at = excluded.sent_at where last.sent_at <= ?
            """;

    private final ProgramEventService events;
    private final DeskRepository desks;
    private final RegistrationRepository registrations;
    private final RegistrationMails mails;
    private final Limits limits;
    private final RegistrationConfig config;
    private final AgroalDataSource database;
    private final Clock clock;

    LostLinks(
            ProgramEventService events,
            DeskRepository desks,
            RegistrationRepository registrations,
            RegistrationMails mails,
            Limits limits,
            RegistrationConfig config,
            AgroalDataSource database,
            Clock clock) {
        this.events = events;
        this.desks = desks;
        this.registrations = registrations;
        this.mails = mails;
        this.limits = limits;
        this.config = config;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Sends the link, if somebody registered by this address; nobody is told whether.
     *
     * @throws Problem 404 for an event that the actor may not see
     */
    @Transactional
    void send(String eventId, String email, Actor actor) {
        // At the desk, so that nobody is erased meanwhile.
        desks.lock(Uuids.checked(eventId));
        var event = events.visible(eventId, actor);
        MailAddress.of(email)
                .flatMap(address -> registrations.last(Uuids.checked(eventId), address.value()))
                .filter(this::mayBeSent)
                .ifPresent(registration -> mails.sendLink(registration, event));
    }

    private boolean mayBeSent(Registration registration) {
        var now = clock.instant();
        return isLongAgo(registration, now) && limits.mayTell(registration, now);
    }

    private boolean isLongAgo(Registration registration, Instant now) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(MAY_BE_SENT)) {
            insert.setObject(1, registration.id(), Types.OTHER);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setTimestamp(3, Timestamp.from(now.minus(config.linkAgainAfter())));
            return insert.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new DatabaseFailure("note that a link was sent", e);
        }
    }
}
