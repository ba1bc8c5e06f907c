package ma.jazari.platform.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.text.EditDistance;

/** Corrects words by those that occur in the index. */
@ApplicationScoped
public class Spelling {

    // Serves the correction: along the primary key of search_word_form; a known word is found under itself.
    private static final String NEIGHBOURS =
            "select wanted.word, f.word from unnest(?::text[], ?::text[]) as wanted (word, form) join search_word_form f using (form)";
    private static final int MOST = 12;

    private final AgroalDataSource database;

    Spelling(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * For each of the words those that may be meant by it, nearest first: itself alone if it occurs, else what is nearest
     * and near enough; nothing if nothing is.
     */
    public Map<String, List<String>> corrections(Collection<String> words) {
        var corrections = new HashMap<String, List<String>>();
        neighbours(words).forEach((word, neighbours) -> corrections.put(word, nearest(word, neighbours)));
        return corrections;
    }

    private static List<String> nearest(String word, Collection<String> neighbours) {
        if (neighbours.contains(word)) {
            return List.of(word);
        }
        var distances = new HashMap<String, Integer>();
        neighbours.forEach(neighbour -> distances.put(neighbour, EditDistance.between(word, neighbour)));
        int least = distances.values().stream().min(Comparator.naturalOrder()).orElse(Integer.MAX_VALUE);
        return least > EditDistance.tolerance(word)
                ? List.of()
                : neighbours.stream()
                        .filter(neighbour -> distances.getOrDefault(neighbour, Integer.MAX_VALUE) == least)
                        .limit(MOST)
                        .toList();
    }

    private Map<String, Set<String>> neighbours(Collection<String> words) {
        var wanted = new ArrayList<String>();
        var forms = new ArrayList<String>();
        words.forEach(word -> Misspelling.forms(word).forEach(form -> {
            wanted.add(word);
            forms.add(form);
        }));
        var found = new HashMap<String, Set<String>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEIGHBOURS)) {
            select.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            select.setArray(2, connection.createArrayOf("text", forms.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), word -> new TreeSet<>())
                            .add(row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("correct words", e);
        }
        return found;
    }
}
