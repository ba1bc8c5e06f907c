package ma.jazari.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The SQL of each stage for a text. */
@ApplicationScoped
class SearchStages {

    // Serves q: along search_document_by_word. A name that is the query comes first, then by the weights of the words.
    private static final String BY_WORDS =
            """
            select d.id, round((case when :whole = any (d.names) then 2 else 0 end
                                + ts_rank('{0.1, 0.3, 0.6, 1.0}', d.words, cast(:words as tsquery)))::numeric, 6) as score
            from search_document d where d.words @@ cast(:words as tsquery)
            """;
    // Serves q when words do not help: along search_name_by_trigram.
    private static final String BY_LIKENESS =
            """
            select n.id, round(max(word_similarity(:whole, n.name) + similarity(:whole, n.name))::numeric, 6) as score
            from search_name n where n.kind not in ('KEY', 'ID') and n.name %> :whole group by n.id
            """;

    private final Spelling spelling;

    SearchStages(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Empty where the stage has nothing to look for. */
    Optional<Hits> of(Stage stage, SearchTerms terms) {
        return switch (stage) {
            case WORDS -> Optional.of(byWords(terms, terms.everyWord()));
            case BEGINNINGS -> Optional.of(byWords(terms, terms.everyBeginning()));
            case CORRECTED ->
                terms.everyWord(spelling.corrections(terms.words())).map(words -> byWords(terms, words));
            case SIMILAR -> Optional.of(new Hits(BY_LIKENESS, Map.of("whole", terms.whole())));
        };
    }

    private static Hits byWords(SearchTerms terms, String words) {
        return new Hits(BY_WORDS, Map.of("whole", terms.whole(), "words", words));
    }
}
