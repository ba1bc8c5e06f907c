package ma.jazari.institutes.vocabulary;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.text.LocalText;
import ma.jazari.platform.text.SearchText;

/**
 * A term of a vocabulary.
 *
 * @param retired whether records no longer take it up; those that have it keep it
 */
record Term(String term, List<LocalText> labels, boolean retired) {

    String searchText() {
        return Stream.concat(Stream.of(term), labels.stream().map(LocalText::value))
                .map(SearchText::of)
                .distinct()
                .collect(Collectors.joining(" | "));
    }
}
