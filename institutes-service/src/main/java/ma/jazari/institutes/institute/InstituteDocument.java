package ma.jazari.institutes.institute;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.institutes.duplicate.NameKey;
import ma.jazari.institutes.place.Cities;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchName;
import ma.jazari.platform.search.SearchName.Kind;
import ma.jazari.platform.text.LocalText;

/** What search looks at of an institute. */
final class InstituteDocument {

    private static final int ROOT = 100;
    private static final int WIKIPEDIA = 20;
    private static final int EXTERNAL_ID = 5;
    private static final int MOST = 1000;

    private InstituteDocument() {}

    static SearchDocument of(Institute institute) {
        var state = institute.state();
        var keys = Stream.of(
                        Stream.of(state.id()),
                        state.domains().stream(),
                        state.externalIds().stream().map(ExternalId::value))
                .flatMap(key -> key)
                .toList();
        return new SearchDocument(
                state.id(),
                state.names().stream()
                        .flatMap(InstituteDocument::names)
                        .distinct()
                        .toList(),
                places(institute),
                keys,
                prominence(state));
    }

    private static Stream<SearchName> names(Name name) {
        return switch (name.type()) {
            case DISPLAY, OFFICIAL ->
                Stream.of(new SearchName(Kind.SHOWN, name.value()), new SearchName(Kind.KEY, NameKey.of(name.value())));
            case ALIAS, FORMER -> Stream.of(new SearchName(Kind.OTHER, name.value()));
            case ACRONYM -> Stream.of(new SearchName(Kind.SHORT, name.value()));
        };
    }

    /** The city in every language that is known, else as it is written, and the region. */
    private static List<String> places(Institute institute) {
        var city = Optional.ofNullable(institute.location()).map(Location::city).stream()
                .flatMap(name -> Stream.concat(
                        Stream.of(name), Cities.named(name).stream().flatMap(known -> known.names().stream())));
        var region = Region.of(institute.region()).stream()
                .flatMap(known -> known.names().stream())
                .map(LocalText::value);
        return Stream.concat(city, region).distinct().toList();
    }

    /** Who is in other registries, and has many names, is asked for more. */
    private static int prominence(InstituteState state) {
        int links = state.links().stream().anyMatch(link -> link.type() == Link.LinkType.WIKIPEDIA) ? WIKIPEDIA : 0;
        long names = state.names().stream()
                .filter(name -> name.type() != NameType.FORMER)
                .count();
        long sum = (state.kind() == InstituteKind.ROOT ? ROOT : 0)
                + links
                + names
                + (long) EXTERNAL_ID * state.externalIds().size();
        return (int) Math.min(MOST, sum);
    }
}
