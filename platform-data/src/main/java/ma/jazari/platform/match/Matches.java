package ma.jazari.platform.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.search.RecordTable;
import ma.jazari.platform.search.SearchName;
import ma.jazari.platform.search.Spelling;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.text.WordForms;
import org.hibernate.query.NativeQuery;

/** Finds the record that a text means. */
@ApplicationScoped
public class Matches {

    private static final int RARE_WORDS = 8;
    private static final int COMMON_WORDS = 3;
    /** What occurs in more records than this does not lead to one. */
    private static final double COMMON = 0.004;

    // Serves match: exact names, ids and short forms along search_name_exact; names with the rare words of the text
    // along
    // search_document_by_word; where there is neither, names that resemble along search_name_by_trigram.
    private static final String CANDIDATES =
            """
            with named as materialized (
                select distinct n.id from search_name n where n.name = any (:names) and n.kind <> 'KEY' limit 200
            ), worded as materialized (
                select d.id from search_document d where d.words @@ cast(:words as tsquery)
                order by ts_rank('{0, 0.1, 0.5, 1.0}', d.words, cast(:words as tsquery), 2) desc, d.id limit 100
            ), alike as materialized (
                select n.id from search_name n
                where n.kind not in ('KEY', 'ID') and n.name %% :longest
                  and not exists (select from named) and not exists (select from worded) limit 100
            )
            select i.id, d.places, n.kind, n.name
            from (select id from named union select id from worded union select id from alike) found
            join %1$s i on i.id = found.id join search_document d on d.id = i.id join search_name n on n.id = i.id
            where n.kind <> 'KEY' and %2$s
            """;

    private final EntityManager entities;
    private final Spelling spelling;
    private final Commonness commonness;

    Matches(EntityManager entities, Spelling spelling, Commonness commonness) {
        this.entities = entities;
        this.spelling = spelling;
        this.commonness = commonness;
    }

    /** What the text may mean among the records of the table that the filter keeps: best first, at most one chosen. */
    public List<Match> of(String text, RecordTable<?> table, SqlFilter filter, int limit) {
        var dirty = DirtyText.of(text);
        if (dirty.words().isEmpty()) {
            return List.of();
        }
        var frequencies = commonness.frequencies();
        var candidates = candidates(dirty, leads(dirty, frequencies), table, filter);
        return new Scoring(dirty, new Likeness(frequencies)).rank(candidates, limit);
    }

    /** The words that lead to few records, in all their forms and corrected; where all are common, the rarest together. */
    private String leads(DirtyText text, Map<String, Double> frequencies) {
        var telling = text.telling();
        var corrections = spelling.corrections(telling);
        var byRarity = telling.stream()
                .sorted(Comparator.comparingDouble(word -> frequencies.getOrDefault(word, 0.0)))
                .toList();
        var rare = byRarity.stream()
                .filter(word -> frequencies.getOrDefault(word, 0.0) < COMMON)
                .filter(word -> !corrections.getOrDefault(word, List.of()).isEmpty())
                .limit(RARE_WORDS)
                .map(word -> forms(word, corrections))
                .toList();
        return rare.isEmpty()
                ? byRarity.stream()
                        .limit(COMMON_WORDS)
                        .map(word -> forms(word, corrections))
                        .collect(Collectors.joining(" & "))
                : String.join(" | ", rare);
    }

    private static String forms(String word, Map<String, List<String>> corrections) {
        var meant = corrections.getOrDefault(word, List.of());
        return (meant.isEmpty() ? Stream.of(word) : meant.stream())
                .flatMap(each -> WordForms.of(each).stream())
                .distinct()
                // Letters and digits alone, so nothing needs escaping. A and B: in names.
                .map(form -> "'" + form + "':AB")
                .collect(Collectors.joining(" | ", "(", ")"));
    }

    private List<Candidate> candidates(DirtyText text, String words, RecordTable<?> table, SqlFilter filter) {
        var query = (NativeQuery<?>)
                entities.createNativeQuery(CANDIDATES.formatted(table.name(), filter.sql()), Tuple.class);
        var names = Stream.of(text.segments(), text.words(), text.ids()).flatMap(Collection::stream);
        var parameters = new HashMap<String, Object>(filter.parameters());
        parameters.put("names", names.distinct().toArray(String[]::new));
        parameters.put("words", words);
        parameters.put(
                "longest",
                text.segments().stream()
                        .max(Comparator.comparingInt(String::length))
                        .orElse(""));
        parameters.forEach(query::setParameter);
        var places = new HashMap<String, List<String>>();
        var found = new LinkedHashMap<String, List<SearchName>>();
        for (var row : query.getResultList()) {
            var tuple = (Tuple) row;
            var id = tuple.get(0, String.class);
            places.put(id, List.of((String[]) tuple.get(1)));
            found.computeIfAbsent(id, same -> new ArrayList<>())
                    .add(new SearchName(
                            SearchName.Kind.valueOf(tuple.get(2, String.class)), tuple.get(3, String.class)));
        }
        return found.entrySet().stream()
                .map(entry ->
                        new Candidate(entry.getKey(), entry.getValue(), places.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
