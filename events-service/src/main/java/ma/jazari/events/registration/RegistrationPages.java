package ma.jazari.events.registration;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.programevent.ProgramEventService;
import ma.jazari.events.programevent.ProgramEventStatus;
import ma.jazari.events.time.ZoneTimes;

/**
 * The pages on which persons look after their registrations, without scripts. The texts are in {@code
 * registration-page*.properties}.
 */
@ApplicationScoped
class RegistrationPages {

    private static final String ARABIC = "ar";
    private static final String BUNDLE = "registration-page";

    private final Template template;
    private final RegistrationService service;
    private final ProgramEventService events;
    private final ZoneTimes zones;
    private final PageStyle style = PageStyle.read("/registration-page.css");

    RegistrationPages(
            @Location("registration-page") Template template,
            RegistrationService service,
            ProgramEventService events,
            ZoneTimes zones) {
        this.template = template;
        this.service = service;
        this.events = events;
        this.zones = zones;
    }

    /** Nothing is loaded and nothing runs but this style, and forms go nowhere else. */
    String contentPolicy() {
        return "default-src 'none'; style-src " + style.source()
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** The person's, if there are texts in it. */
    static String language(Registration registration, List<String> preferred) {
        return Texts.language(person(registration).lang(), preferred);
    }

    private static Texts texts(String language) {
        return new Texts(BUNDLE, language);
    }

    /** Where the registration stands, and what its person can do about it. */
    String standing(Registration registration, String language) {
        return standing(registration, language, "");
    }

    /** The same for somebody who wanted what is not possible any more. */
    String late(Registration registration, String language) {
        return standing(registration, language, texts(language).of("late"));
    }

    private String standing(Registration registration, String language, String notice) {
        var texts = texts(language);
        var shown = service.shown(registration);
        var event = new EventInWords(events.known(registration.programEventId()), language, zones);
        return render(language, event.title(), notice, rows(shown, event, texts), forms(registration, shown, texts));
    }

    private static List<Row> rows(RegistrationResponse shown, EventInWords event, Texts texts) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(texts.of("when"), event.when()));
        if (!event.where().isEmpty()) {
            rows.add(new Row(texts.of("where"), event.where()));
        }
        var status = event.event().status();
        if (status == ProgramEventStatus.CANCELLED || status == ProgramEventStatus.POSTPONED) {
            var reason = Objects.requireNonNullElse(event.event().statusReason(), "");
            rows.add(new Row(texts.of("event"), texts.of("event." + status, reason)));
        }
        rows.add(new Row(texts.of("name"), String.valueOf(shown.name())));
        rows.add(new Row(texts.of("state"), state(shown, event, texts)));
        return rows;
    }

    private static String state(RegistrationResponse shown, EventInWords event, Texts texts) {
        return switch (shown.state()) {
            case WAITING -> texts.of("state.WAITING", String.valueOf(shown.position()));
            case OFFERED -> texts.of("state.OFFERED", event.at(shown.offerExpiresAt()));
            case CANCELLED -> texts.of(shown.cause() == Cause.OFFER_LAPSED ? "state.lapsed" : "state.CANCELLED");
            case CONFIRMED, PENDING, DECLINED -> texts.of("state." + shown.state());
        };
    }

    private static List<Form> forms(Registration registration, RegistrationResponse shown, Texts texts) {
        var address = address(registration);
        var key = person(registration).secret();
        var forms = new ArrayList<Form>();
        for (var to : shown.availableTransitions()) {
            var label = texts.of(to == RegistrationState.CONFIRMED ? "confirm" : "cancel");
            forms.add(new Form("post", address + "/transitions", key, to.name(), label));
        }
        forms.add(new Form("get", address + "/data", key, "", texts.of("download")));
        forms.add(new Form("get", address + "/erasure", key, "", texts.of("erase")));
        return forms;
    }

    /** The question before all that is personal is erased. */
    String erasure(Registration registration, String language) {
        var texts = texts(language);
        var address = address(registration);
        var key = person(registration).secret();
        var forms = List.of(
                new Form("post", address + "/erasure", key, "", texts.of("erase.yes")),
                new Form("get", address, key, "", texts.of("back")));
        return render(language, texts.of("erase"), texts.of("erase.question"), List.of(), forms);
    }

    /** A page that says one thing, and offers nothing. */
    String message(String key, String language) {
        var texts = texts(language);
        return render(language, texts.of(key + ".title"), texts.of(key + ".text"), List.of(), List.of());
    }

    private String render(String language, String title, String notice, List<Row> rows, List<Form> forms) {
        return template.data("language", language)
                .data("direction", language.equals(ARABIC) ? "rtl" : "ltr")
                .data("style", style.text())
                .data("title", title)
                .data("notice", notice)
                .data("rows", rows)
                .data("forms", forms)
                .render();
    }

    private static String address(Registration registration) {
        return "/v1/registrations/" + registration.id();
    }

    private static Person person(Registration registration) {
        return Objects.requireNonNull(registration.person(), "whoever has the key is known");
    }

    /** What is said of one thing. */
    record Row(String label, String value) {}

    /**
     * A button.
     *
     * @param to the state that it moves the registration to; empty where it does not
     */
    record Form(String method, String action, String key, String to, String label) {}
}
