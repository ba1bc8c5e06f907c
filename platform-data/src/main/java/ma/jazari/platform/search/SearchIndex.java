package ma.jazari.platform.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.search.SearchDocument.Indexed;

/** Keeps what search looks at, in the transaction that changes the records. */
@ApplicationScoped
public class SearchIndex {

    /** Raised whenever the same record would be indexed in another way. */
    static final int RULES = 1;

    private static final String UNCHANGED =
            "select d.id from search_document d join unnest(?::text[], ?::text[]) as wanted (id, digest) using (id, digest)";
    private static final String PUT =
            """
            insert into search_document (id, words, names, places, digest) values (?, ?::tsvector, ?, ?, ?)
            on conflict (id) do update set
                words = excluded.words, names = excluded.names, places = excluded.places, digest = excluded.digest
            """;
    private static final String FORGET_NAMES =
            """
            delete from search_name n where n.id = any (?) and not exists (
                select from unnest(?::text[], ?::text[], ?::text[], ?::smallint[]) as wanted (id, kind, name, prominence)
                where (wanted.id, wanted.kind, wanted.name, wanted.prominence) = (n.id, n.kind, n.name, n.prominence))
            """;
    private static final String PUT_NAMES =
            """
            insert into search_name (id, kind, name, prominence)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::smallint[]) on conflict do nothing
            """;
    // In order, so that transactions that bring the same new words wait for each other and do not lock each other out.
    private static final String NEW_WORDS =
            """
            insert into search_word (word) select word from unnest(?::text[]) as wanted (word)
            where not exists (select from search_word known where known.word = wanted.word) order by word
            on conflict do nothing returning word
            """;
    private static final String PUT_FORMS =
            "insert into search_word_form (form, word) select * from unnest(?::text[], ?::text[]) on conflict do nothing";

    private final AgroalDataSource database;

    SearchIndex(AgroalDataSource database) {
        this.database = database;
    }

    /** Indexes the records, once per transaction and after everything else that it writes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Collection<SearchDocument> documents) {
        try (var connection = database.getConnection()) {
            var indexed = documents.stream().map(SearchDocument::indexed).toList();
            var unchanged = unchanged(connection, indexed);
            var changed = indexed.stream()
                    .filter(document -> !unchanged.contains(document.id()))
                    .toList();
            if (!changed.isEmpty()) {
                putDocuments(connection, changed);
                putNames(connection, changed);
                putWords(connection, changed);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("index records for search", e);
        }
    }

    private static Set<String> unchanged(Connection connection, Collection<Indexed> documents) throws SQLException {
        try (var select = connection.prepareStatement(UNCHANGED)) {
            select.setArray(1, texts(connection, documents, Indexed::id));
            select.setArray(2, texts(connection, documents, Indexed::digest));
            return strings(select);
        }
    }

    private static void putDocuments(Connection connection, List<Indexed> documents) throws SQLException {
        try (var put = connection.prepareStatement(PUT)) {
            for (var document : documents) {
                put.setString(1, document.id());
                put.setString(2, document.vector());
                put.setArray(3, names(connection, document));
                put.setArray(4, texts(connection, document.places(), place -> place));
                put.setString(5, document.digest());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static Array names(Connection connection, Indexed document) throws SQLException {
        var names = document.names().stream()
                .filter(name -> name.kind().isName())
                .map(SearchName::text)
                .distinct()
                .toList();
        return texts(connection, names, name -> name);
    }

    private static void putNames(Connection connection, List<Indexed> documents) throws SQLException {
        var names = documents.stream()
                .flatMap(document -> document.names().stream()
                        .map(name -> new NameRow(
                                document.id(), name, document.document().prominence())))
                .toList();
        try (var forget = connection.prepareStatement(FORGET_NAMES);
                var put = connection.prepareStatement(PUT_NAMES)) {
            forget.setArray(1, texts(connection, documents, Indexed::id));
            bind(forget, 2, names);
            forget.executeUpdate();
            bind(put, 1, names);
            put.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, List<NameRow> names) throws SQLException {
        var connection = statement.getConnection();
        statement.setArray(first, texts(connection, names, NameRow::id));
        statement.setArray(
                first + 1, texts(connection, names, row -> row.name().kind().name()));
        statement.setArray(first + 2, texts(connection, names, row -> row.name().text()));
        statement.setArray(
                first + 3,
                connection.createArrayOf(
                        "int2", names.stream().map(NameRow::prominence).toArray()));
    }

    private static void putWords(Connection connection, List<Indexed> documents) throws SQLException {
        var words = documents.stream()
                .flatMap(document -> document.document().vocabulary())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> added;
        try (var insert = connection.prepareStatement(NEW_WORDS)) {
            insert.setArray(1, texts(connection, words, word -> word));
            added = strings(insert);
        }
        var forms = new ArrayList<String>();
        var whole = new ArrayList<String>();
        added.forEach(word -> Misspelling.forms(word).forEach(form -> {
            forms.add(form);
            whole.add(word);
        }));
        if (!forms.isEmpty()) {
            try (var insert = connection.prepareStatement(PUT_FORMS)) {
                insert.setArray(1, texts(connection, forms, form -> form));
                insert.setArray(2, texts(connection, whole, word -> word));
                insert.executeUpdate();
            }
        }
    }

    private static Set<String> strings(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var found = new HashSet<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private static <T> Array texts(Connection connection, Collection<T> values, Function<T, String> text)
            throws SQLException {
        return connection.createArrayOf("text", values.stream().map(text).toArray());
    }

    private record NameRow(String id, SearchName name, int prominence) {}
}
