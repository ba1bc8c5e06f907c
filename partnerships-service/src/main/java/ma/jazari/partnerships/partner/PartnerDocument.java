package ma.jazari.partnerships.partner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchName;
import ma.jazari.platform.search.SearchName.Kind;

/** What search looks at of a partner. */
final class PartnerDocument {

    private static final int WIKIPEDIA = 20;
    private static final int EXTERNAL_ID = 5;
    private static final int MOST = 1000;
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.of("ar"));

    private PartnerDocument() {}

    static SearchDocument of(Partner partner) {
        var state = partner.state();
        var keys = Stream.of(
                        Stream.of(state.id()),
                        state.domains().stream(),
                        state.externalIds().stream().map(ExternalId::value))
                .flatMap(key -> key)
                .toList();
        var names = state.names().stream().map(PartnerDocument::name).distinct().toList();
        return new SearchDocument(state.id(), names, places(partner), keys, prominence(state));
    }

    private static SearchName name(Name name) {
        return switch (name.type()) {
            case DISPLAY, OFFICIAL -> new SearchName(Kind.SHOWN, name.value());
            case ALIAS, FORMER -> new SearchName(Kind.OTHER, name.value());
            case ACRONYM -> new SearchName(Kind.SHORT, name.value());
        };
    }

    /** The city as it is written, and the country in the languages that affiliations come in. */
    private static List<String> places(Partner partner) {
        var country = Locale.of("", partner.country());
        var countries = LANGUAGES.stream().map(country::getDisplayCountry);
        var city = Optional.ofNullable(partner.location()).map(Location::city).stream();
        return Stream.concat(city, countries).distinct().toList();
    }

    /** Who is in other registries, and has many names, is asked for more. */
    private static int prominence(PartnerState state) {
        int links = state.links().stream().anyMatch(link -> link.type() == Link.LinkType.WIKIPEDIA) ? WIKIPEDIA : 0;
        long names = state.names().stream()
                .filter(name -> name.type() != NameType.FORMER)
                .count();
        long sum = links + names + (long) EXTERNAL_ID * state.externalIds().size();
        return (int) Math.min(MOST, sum);
    }
}
