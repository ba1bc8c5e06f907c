package ma.jazari.institutes.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.text.LocalText;
import ma.jazari.platform.text.SearchText;
import org.jspecify.annotations.Nullable;

/** Where the terms of the vocabularies are kept, and the check that a term is one. */
@ApplicationScoped
public class Terms {

    // Serves the list of a vocabulary, along its primary key.
    private static final String PAGE =
            """
            select term, labels, retired from vocabulary_term
            where vocabulary = ? and term > ? and search_text like all (?) order by term limit ?
            """;
    private static final String ONE =
            "select term, labels, retired from vocabulary_term where vocabulary = ? and term = ?";
    private static final String COUNT =
            "select count(*) from vocabulary_term where vocabulary = ? and search_text like all (?)";
    private static final String PUT =
            """
            insert into vocabulary_term (vocabulary, term, labels, search_text, retired) values (?, ?, ?::jsonb, ?, ?)
            on conflict (vocabulary, term) do update set labels = excluded.labels, search_text = excluded.search_text,
                retired = excluded.retired, updated_at = now()
            returning xmax = 0
            """;
    // Serves the check of any number of terms at once; what is close is looked up for those alone that are none.
    private static final String REFUSED =
            """
            select wanted.term, coalesce(t.retired, false), array(
                select c.term from vocabulary_term c
                where c.vocabulary = wanted.vocabulary and not c.retired and word_similarity(wanted.text, c.search_text) > 0.4
                order by word_similarity(wanted.text, c.search_text) desc, c.term limit 3)
            from (select ?, term, replace(term, '-', ' ') from unnest(?::text[]) as u (term)) as wanted (vocabulary, term, text)
            left join vocabulary_term t on (t.vocabulary, t.term) = (wanted.vocabulary, wanted.term)
            where t.term is null or t.retired
            """;
    private static final String LABELS =
            "select term, labels from vocabulary_term where vocabulary = ? and term = any (?)";

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    Terms(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /**
     * Why a term cannot be taken up.
     *
     * @param retired whether it was one
     * @param close terms that may have been meant
     */
    public record Refusal(Vocabulary vocabulary, boolean retired, List<String> close) {

        /** What to answer at the term's pointer. */
        public String detail() {
            var why = (retired ? "is a retired term" : "is no term") + " of the vocabulary " + vocabulary.key();
            return close.isEmpty()
                    ? why + "; its terms are at /v1/vocabularies/" + vocabulary.key()
                    : why + "; close are " + String.join(", ", close);
        }
    }

    /** Those of the terms that cannot be taken up, and why; in one query. */
    public Map<String, Refusal> refused(Vocabulary vocabulary, Collection<String> terms) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(REFUSED)) {
            select.setString(1, vocabulary.key());
            setTexts(select, 2, terms);
            try (var row = select.executeQuery()) {
                var refused = new HashMap<String, Refusal>();
                while (row.next()) {
                    var close = List.of((String[]) row.getArray(3).getArray());
                    refused.put(row.getString(1), new Refusal(vocabulary, row.getBoolean(2), close));
                }
                return refused;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("check terms of a vocabulary", e);
        }
    }

    /** The labels of the terms, as far as they are terms. */
    public Map<String, List<LocalText>> labels(Vocabulary vocabulary, Collection<String> terms) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LABELS)) {
            select.setString(1, vocabulary.key());
            setTexts(select, 2, terms);
            try (var row = select.executeQuery()) {
                var labels = new HashMap<String, List<LocalText>>();
                while (row.next()) {
                    labels.put(row.getString(1), labels(row.getString(2)));
                }
                return labels;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read labels of a vocabulary", e);
        }
    }

    Optional<Term> find(Vocabulary vocabulary, String term) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ONE)) {
            select.setString(1, vocabulary.key());
            select.setString(2, term);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(term(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a term of a vocabulary", e);
        }
    }

    /** The terms after this one that have all of the words, up to the limit. */
    List<Term> after(Vocabulary vocabulary, String after, @Nullable String words, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setString(1, vocabulary.key());
            select.setString(2, after);
            setTexts(select, 3, patterns(words));
            select.setInt(4, limit);
            try (var row = select.executeQuery()) {
                var terms = new ArrayList<Term>();
                while (row.next()) {
                    terms.add(term(row));
                }
                return terms;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a vocabulary", e);
        }
    }

    long count(Vocabulary vocabulary, @Nullable String words) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COUNT)) {
            select.setString(1, vocabulary.key());
            setTexts(select, 2, patterns(words));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count a vocabulary", e);
        }
    }

    /** Adds the term or replaces it; whether it is new. */
    boolean put(Vocabulary vocabulary, Term term) {
        try (var connection = database.getConnection();
                var put = connection.prepareStatement(PUT)) {
            put.setString(1, vocabulary.key());
            put.setString(2, term.term());
            put.setString(3, mapper.writeValueAsString(term.labels()));
            put.setString(4, term.searchText());
            put.setBoolean(5, term.retired());
            try (var row = put.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("write a term of a vocabulary", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("labels can be written", e);
        }
    }

    private Term term(ResultSet row) throws SQLException {
        return new Term(row.getString(1), labels(row.getString(2)), row.getBoolean(3));
    }

    private List<LocalText> labels(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("labels can be read", e);
        }
    }

    private static List<String> patterns(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(SearchText.of(words).split(" "))
                        .map(word -> "%" + word + "%")
                        .toList();
    }

    private static void setTexts(PreparedStatement statement, int index, Collection<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }
}
