package ma.jazari.events.calendar;

import static ma.jazari.events.programevent.ProgramEventFixture.ID;
import static ma.jazari.events.programevent.ProgramEventFixture.NOW;

import java.time.Instant;
import java.util.List;
import ma.jazari.events.programevent.Description;
import ma.jazari.events.session.AgendaItem;
import ma.jazari.events.session.SessionRequest;
import ma.jazari.events.session.Speaker;
import ma.jazari.platform.text.LocalText;

/** Sessions for tests of calendars. */
final class AgendaFixture {

    static final String SESSION = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9f01";

    private AgendaFixture() {}

    /** A session of the usual seminar, whose time was agreed in Paris. */
    static AgendaItem aSession() {
        return aSession(1);
    }

    static AgendaItem aSession(long version) {
        var written = new SessionRequest(
                List.of(new LocalText("Atelier", "fr")),
                List.of(new Description("À l'atelier", "fr")),
                "2026-06-01T10:30",
                "2026-06-01T11:15",
                "Europe/Paris",
                "Salle 2",
                List.of(new Speaker("Amina El Idrissi", "UM6P"), new Speaker("Karim", null)));
        return new AgendaItem(
                SESSION,
                ID,
                written,
                Instant.parse("2026-06-01T08:30:00Z"),
                Instant.parse("2026-06-01T09:15:00Z"),
                version,
                NOW,
                NOW);
    }
}
