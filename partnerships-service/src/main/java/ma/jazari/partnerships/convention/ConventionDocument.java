package ma.jazari.partnerships.convention;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchName;
import ma.jazari.platform.search.SearchName.Kind;

/** What search looks at of a convention: the titles of the text that counts, its code, and the names of its parties. */
final class ConventionDocument {

    private ConventionDocument() {}

    /** @param names of organisations, by key */
    static SearchDocument of(Convention convention, Map<String, List<Name>> names) {
        var titles = convention.agreement().titles().stream().map(title -> new SearchName(Kind.SHOWN, title.value()));
        var parties = convention.partyKeys().stream()
                .flatMap(key -> names.getOrDefault(key, List.of()).stream())
                .map(name -> new SearchName(Kind.OTHER, name.value()));
        return new SearchDocument(
                convention.id(),
                Stream.concat(titles, parties).distinct().toList(),
                List.of(),
                List.of(convention.code()),
                0);
    }
}
