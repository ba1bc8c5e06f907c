package ma.jazari.events.programevent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.call.Call;
import ma.jazari.events.call.CallSubject;
import ma.jazari.events.time.ZoneTimes;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Program events for tests of the domain. */
public final class ProgramEventFixture {

    public static final String ID = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f";
    public static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");
    static final ZoneTimes ZONES = ZoneTimes.ofRuntime();

    private String start = "2026-06-01T10:00";
    private String end = "2026-06-01T12:00";
    private @Nullable String zone;
    private ProgramEventType type = ProgramEventType.SEMINAR;
    private Attendance attendance = Attendance.ON_SITE;
    private @Nullable Venue venue = new Venue("Institut Al-Jazari", "Fès", "MA-03", 34.03, -5.0);
    private @Nullable String onlineUrl;
    private @Nullable RegistrationSettings registration;
    private @Nullable Call call;
    private String id = ID;
    private List<String> hosts = List.of("j00000098");
    private List<LocalText> titles =
            List.of(new LocalText("Séminaire d'apprentissage", "fr"), new LocalText("ندوة حول التعلم الآلي", "ar"));

    private ProgramEventFixture() {}

    public static ProgramEventFixture aSeminar() {
        return new ProgramEventFixture();
    }

    static ProgramEventFixture aCeremony() {
        var fixture = new ProgramEventFixture();
        fixture.type = ProgramEventType.SIGNATURE_CEREMONY;
        return fixture;
    }

    public static ProgramEventFixture aCall() {
        var fixture = new ProgramEventFixture().online(null);
        fixture.type = ProgramEventType.CALL;
        fixture.call = new Call(CallSubject.PROJECTS, "https://example.org/appel");
        return fixture;
    }

    public ProgramEventFixture withId(String other) {
        id = other;
        return this;
    }

    public ProgramEventFixture from(String wallTime) {
        start = wallTime;
        return this;
    }

    public ProgramEventFixture to(String wallTime) {
        end = wallTime;
        return this;
    }

    public ProgramEventFixture in(String otherZone) {
        zone = otherZone;
        return this;
    }

    public ProgramEventFixture titled(LocalText... others) {
        titles = List.of(others);
        return this;
    }

    public ProgramEventFixture of(ProgramEventType other) {
        type = other;
        return this;
    }

    public ProgramEventFixture heldBy(String... institutes) {
        hosts = List.of(institutes);
        return this;
    }

    public ProgramEventFixture at(Venue place) {
        venue = place;
        return this;
    }

    public ProgramEventFixture mixed(String url) {
        attendance = Attendance.MIXED;
        onlineUrl = url;
        return this;
    }

    public ProgramEventFixture online(@Nullable String url) {
        attendance = Attendance.ONLINE;
        venue = null;
        onlineUrl = url;
        return this;
    }

    public ProgramEventFixture registering(RegistrationSettings settings) {
        registration = settings;
        return this;
    }

    ProgramEventRequest request() {
        return new ProgramEventRequest(
                type,
                titles,
                List.of(new Description("Deux lignes\net une virgule, aussi; voilà", "fr")),
                start,
                end,
                zone,
                attendance,
                venue,
                onlineUrl,
                hosts,
                null,
                List.of(),
                List.of("fr", "ar"),
                registration,
                call,
                false);
    }

    Schedule schedule() {
        return Schedule.of(request(), ZONES);
    }

    ProgramEvent drafted() {
        return ProgramEvent.draft(UUID.fromString(id), request(), schedule(), NOW);
    }

    ProgramEvent published() {
        var event = drafted();
        event.moveTo(ProgramEventStatus.PUBLISHED, null, NOW);
        return event;
    }

    public ProgramEventState publishedState() {
        return published().state();
    }

    public ProgramEventState cancelledState(Instant at) {
        return cancelledState("Inondation", at);
    }

    public ProgramEventState postponedState() {
        var event = published();
        event.moveTo(ProgramEventStatus.POSTPONED, "Grève", NOW);
        return event.state();
    }

    public ProgramEventState cancelledState(String reason, Instant at) {
        var event = published();
        event.moveTo(ProgramEventStatus.CANCELLED, reason, at);
        return event.state();
    }
}
