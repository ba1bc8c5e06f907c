package ma.jazari.events.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.events.calendar.Feed.Format;
import ma.jazari.events.institutecopy.PublicInstitutes;
import ma.jazari.events.institutecopy.Successions;
import ma.jazari.events.programevent.PublishedEvents.Order;
import ma.jazari.events.programevent.PublishedEvents.Selection;
import ma.jazari.events.programevent.Region;
import ma.jazari.events.programme.PublicProgrammes;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.Languages;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Which feeds there are, what is in each, and what it is called. */
@ApplicationScoped
class Feeds {

    private static final List<LocalText> NETWORK = List.of(
            new LocalText("Réseau Al-Jazari", "fr"),
            new LocalText("شبكة الجزري", "ar"),
            new LocalText("Al-Jazari network", "en"));

    private final PublicInstitutes institutes;
    private final Successions successions;
    private final PublicProgrammes programmes;
    private final CalendarConfig config;

    Feeds(PublicInstitutes institutes, Successions successions, PublicProgrammes programmes, CalendarConfig config) {
        this.institutes = institutes;
        this.programmes = programmes;
        this.successions = successions;
        this.config = config;
    }

    /** All published events. */
    Feed network(CalendarQuery query, List<String> languages) {
        return feed("network", NETWORK, selection(query, List.of(), null, null), query, languages);
    }

    /** The published events that were changed last, as news. */
    Feed news(FeedQuery query, List<String> languages) {
        var events =
                new Selection(List.of(), null, null, query.types(), query.spoken(), Order.CHANGE, config.atomEntries());
        return new Feed(query.at("/v1/calendars/network.atom"), NETWORK, events, written(languages), Format.ATOM);
    }

    /**
     * The events that an institute holds, and that those hold which have become part of it.
     *
     * @throws Problem 404 for an institute that the public does not know of
     */
    Feed institute(String id, CalendarQuery query, List<String> languages) {
        var names = institutes.names(List.of(PublicId.checked('j', id))).get(id);
        if (names == null) {
            throw Problem.notFound("institute", id);
        }
        var hosts = List.copyOf(successions.withAbsorbed(List.of(id)));
        var called = names.isEmpty() ? List.of(new LocalText(id, "und")) : List.copyOf(names);
        return feed("institutes/" + id, called, selection(query, hosts, null, null), query, languages);
    }

    /** The institute that this one is now, if it was merged. */
    Optional<String> successor(String id) {
        return Optional.ofNullable(successions.current(List.of(id)).get(id));
    }

    /**
     * The events of a programme.
     *
     * @throws Problem 404 for a programme that the public does not know of
     */
    Feed programme(String id, CalendarQuery query, List<String> languages) {
        var programme = Uuids.checked(id);
        var titles = programmes.titles(programme).orElseThrow(() -> Problem.notFound("programme", id));
        var events = selection(query, List.of(), programme.toString(), null);
        return feed("programmes/" + programme, titles, events, query, languages);
    }

    /** The events that are held in a region. */
    Feed region(String code, CalendarQuery query, List<String> languages) {
        var names = Region.of(code)
                .orElseThrow(() -> Problem.invalid("code", "must be one of the twelve regions, MA-01 to MA-12"))
                .names();
        return feed("regions/" + code, names, selection(query, List.of(), null, code), query, languages);
    }

    private Selection selection(
            FeedQuery query, List<String> hosts, @Nullable String programme, @Nullable String region) {
        return new Selection(hosts, programme, region, query.types(), query.spoken(), Order.START, config.maxEvents());
    }

    private Feed feed(
            String path, List<LocalText> names, Selection events, CalendarQuery query, List<String> languages) {
        var format = query.detail() == Detail.SESSIONS ? Format.ICALENDAR_WITH_SESSIONS : Format.ICALENDAR;
        return new Feed(query.at("/v1/calendars/" + path + ".ics"), names, events, written(languages), format);
    }

    /** The best of the languages that feeds are written in, and those that stand in for it. */
    private List<String> written(List<String> wanted) {
        var best = wanted.stream().filter(config.languages()::contains).limit(1);
        return Stream.concat(best, Languages.FALLBACK.stream()).distinct().toList();
    }
}
