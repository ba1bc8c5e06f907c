package ma.jazari.events.programevent;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchName;
import ma.jazari.platform.search.SearchName.Kind;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** What search looks at of a program event: its titles, where it is held, and its id. */
final class ProgramEventDocument {

    private ProgramEventDocument() {}

    static SearchDocument of(ProgramEvent event) {
        var state = event.state();
        var titles = state.titles().stream()
                .map(title -> new SearchName(Kind.SHOWN, title.value()))
                .toList();
        return new SearchDocument(state.id(), titles, places(state.venue()), List.of(state.id()), 0);
    }

    /** The venue and its city as they are written, and the region in every language. */
    private static List<String> places(@Nullable Venue venue) {
        if (venue == null) {
            return List.of();
        }
        var region = Region.of(venue.region()).stream().flatMap(known -> known.names().stream());
        return Stream.concat(
                        Stream.of(venue.name(), venue.city()).filter(Objects::nonNull), region.map(LocalText::value))
                .distinct()
                .toList();
    }
}
