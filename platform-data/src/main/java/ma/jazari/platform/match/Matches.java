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
    // along search_document_by_word; where there is neither, names that resemble along search_name_by_trigram.
    // What the filter hides is left out at once, so that it changes nothing for the caller.
    private static final String CANDIDATES =
            """
            with named as materialized (
                select distinct i.id from search_name n join %1$s i on i.id = n.id
                where n.name = any (:names) and n.kind <> 'KEY' and %2$s limit 200
            ), worded as materialized (
                select i.id from search_document d join %1$s i on i.id = d.id
                where d.words @@ cast(:words as tsquery) and %2$s
                order by ts_rank('{0, 0.1, 0.5, 1.0}', d.words, cast(:words as tsquery), 2) desc, i.id limit 100
            ), alike as materialized (
                select i.id from search_name n join %1$s i on i.id = n.id
                where n.kind not in ('KEY', 'ID') and n.name %% :longest and %2$s
                  and not exists (select from named) and not exists (select from worded) limit 100
            )
            select d.id, d.places, n.kind, n.name
            from (select id from named union select id from worded union select id from alike) found
            join search_document d on d.id = found.id join search_name n on n.id = found.id
            where n.kind <> 'KEY'
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
        return new Scoring(dirty, new Likeness(dirty, frequencies)).rank(candidates, limit);
    }

    /**
     * The words that lead to few records, in all their forms and corrected; where all are common, the rarest together.
     * A word that no record has, nor one like it, leads nowhere.
     */
    private String leads(DirtyText text, Map<String, Double> frequencies) {
        var corrections = spelling.corrections(text.telling());
        var byRarity = text.telling().stream()
                .filter(word -> !corrections.getOrDefault(word, List.of()).isEmpty())
                .sorted(Comparator.comparingDouble(word -> frequencies.getOrDefault(word, 0.0)))
                .toList();
        var rare = byRarity.stream()
                .filter(word -> frequencies.getOrDefault(word, 0.0) < COMMON)
                .limit(RARE_WORDS)
                .toList();
        return rare.isEmpty()
                ? joined(byRarity.stream().limit(COMMON_WORDS), corrections, " & ")
                : joined(rare.stream(), corrections, " | ");
    }

    private static String joined(Stream<String> words, Map<String, List<String>> corrections, String operator) {
        return words.map(word -> forms(corrections.getOrDefault(word, List.of())))
                .collect(Collectors.joining(operator));
    }

    private static String forms(List<String> meant) {
        return meant.stream()
                .flatMap(word -> WordForms.of(word).stream())
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
