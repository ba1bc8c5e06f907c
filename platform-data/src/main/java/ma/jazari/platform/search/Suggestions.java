package ma.jazari.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.text.SearchText;
import org.hibernate.query.NativeQuery;

/** Type-ahead: the records that somebody may mean who has typed this much. */
@ApplicationScoped
public class Suggestions {

    /** Below, letters begin so many words that only the names that begin with them are of use. */
    private static final int TELLING = 3;

    private static final int LETTERS_INDEXED = 3;

    // Serves suggest: names that begin with the text, the prominent ones first, then records with words that do.
    private static final String SUGGEST =
            """
            with found as (
                (select n.id, n.name, 0 as tier, n.prominence from search_name n join %1$s i on i.id = n.id
                 where n.kind not in ('KEY', 'ID') and %2$s and %3$s
                 order by n.prominence desc, n.name limit 50)
                union all
                (select d.id, n.name, 1, n.prominence from search_document d join %1$s i on i.id = d.id
                 cross join lateral (select name, prominence from search_name
                                     where id = d.id and kind = 'SHOWN' order by name limit 1) n
                 where d.words @@ cast(:words as tsquery) and %3$s limit 200)
            ), best as (
                select distinct on (id) id, name, tier, prominence from found order by id, tier, length(name)
            )
            select id, name from best order by tier, prominence desc, length(name), id limit :limit
            """;

    private final EntityManager entities;
    private final Spelling spelling;

    Suggestions(EntityManager entities, Spelling spelling) {
        this.entities = entities;
        this.spelling = spelling;
    }

    /**
     * A record that may be meant.
     *
     * @param name the one that fits, in the form of {@link SearchText}
     */
    public record Suggestion(String id, String name) {}

    /** What may be meant among the records of the table that the filter keeps; the likeliest first. */
    public List<Suggestion> of(String text, RecordTable<?> table, SqlFilter filter, int limit) {
        var words = SearchText.words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        var found = read(text, wordsThatBegin(words), table, filter, limit);
        return found.isEmpty() ? corrected(words, text, table, filter, limit) : found;
    }

    private List<Suggestion> corrected(
            List<String> words, String text, RecordTable<?> table, SqlFilter filter, int limit) {
        var terms = SearchTerms.of(text);
        return terms.everyWord(spelling.corrections(words))
                .map(query -> read(text, query, table, filter, limit))
                .orElse(List.of());
    }

    /** The last word may go on; those before it are typed to their end. */
    private static String wordsThatBegin(List<String> words) {
        var last = words.getLast();
        if (words.size() == 1 && last.length() < TELLING) {
            return "";
        }
        var before = new SearchTerms("", words.subList(0, words.size() - 1));
        var beginning = new SearchTerms("", List.of(last)).everyBeginning();
        return before.isEmpty() ? beginning : before.everyWord() + " & " + beginning;
    }

    private List<Suggestion> read(String text, String words, RecordTable<?> table, SqlFilter filter, int limit) {
        var typed = SearchText.of(text);
        boolean few = typed.length() <= LETTERS_INDEXED;
        var beginning = few ? "left(n.name, " + typed.length() + ") = :typed" : "n.name like :typed";
        var query = (NativeQuery<?>)
                entities.createNativeQuery(SUGGEST.formatted(table.name(), beginning, filter.sql()), Tuple.class);
        var parameters = new HashMap<String, Object>(filter.parameters());
        parameters.putAll(Map.of("typed", few ? typed : typed + "%", "words", words, "limit", limit));
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(Tuple.class::cast)
                .map(row -> new Suggestion(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }
}
