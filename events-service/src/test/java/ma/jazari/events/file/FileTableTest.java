package ma.jazari.events.file;

import static ma.jazari.events.file.FileFixture.remove;
import static ma.jazari.events.file.FileFixture.uploaded;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** What the database itself holds of files. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FileTableTest {

    private static final String COPY =
            "insert into program_event_file select '%s', event_id, name, title, media_type, size, digest, uploaded_at, null"
                    + " from program_event_file where id = '%s'";

    @Inject
    AgroalDataSource database;

    @Test
    void never_changes_but_for_being_withdrawn_once() throws SQLException {
        var id = uploaded(published("Journée à fichier immuable"), "x.pdf");
        var where = " where id = '" + id + "'";
        var pieces = " where attachment_id = '" + id + "'";

        for (var sql : List.of(
                "update program_event_file set name = 'y.pdf'" + where,
                "update program_event_file set name = 'y.pdf', withdrawn_at = now()" + where,
                "truncate program_event_file cascade",
                "update attachment_chunk set bytes = 'x'" + pieces,
                "truncate attachment_chunk")) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("a file never changes");
        }
        assertThatThrownBy(() -> execute("delete from attachment_chunk" + pieces))
                .hasMessageContaining("a piece goes with its file alone");
        assertThatThrownBy(() -> execute("insert into attachment_chunk values ('" + id + "', 1, 'x')"))
                .hasMessageContaining("is complete");
        assertThatThrownBy(() -> execute("delete from program_event_file" + where))
                .hasMessageContaining("was public and is kept");
        execute("update program_event_file set withdrawn_at = now()" + where);
        assertThatThrownBy(() -> execute("update program_event_file set withdrawn_at = null" + where))
                .hasMessageContaining("a file never changes");
    }

    @Test
    void keeps_the_pieces_of_what_was_withdrawn_and_none_of_what_was_deleted() throws SQLException {
        var event = published("Journée à fichier gardé");
        var withdrawn = uploaded(event, "x.pdf");
        var draft = draft("Brouillon à fichier effacé", "j00000098");
        var deleted = uploaded(draft, "x.pdf");

        remove(Tokens.networkAdmin(), event, withdrawn).then().statusCode(204);
        remove(Tokens.networkAdmin(), draft, deleted).then().statusCode(204);

        assertThat(pieces(withdrawn)).isEqualTo(1);
        assertThat(pieces(deleted)).isZero();
    }

    @Test
    void is_whole_or_not_there() {
        var stored = uploaded(published("Journée à fichier entier"), "x.pdf");

        assertThatThrownBy(() -> execute(COPY.formatted(Uuids.next(), stored)))
                .hasMessageContaining("are not as many bytes as it has");
        assertThatThrownBy(() -> execute("insert into attachment_chunk values ('" + Uuids.next() + "', 0, 'x')"))
                .hasMessageContaining("foreign key");
    }

    private int pieces(String file) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select count(*) from attachment_chunk where attachment_id = ?")) {
            select.setString(1, file);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
