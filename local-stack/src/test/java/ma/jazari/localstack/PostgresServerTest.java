package ma.jazari.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private final Path directory;

    PostgresServerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void keeps_what_was_committed_when_it_is_killed() throws SQLException {
        try (var postgres = PostgresServer.start(directory, 0)) {
            postgres.createDatabase("institutes");
            execute(postgres, "CREATE TABLE institute (id text); INSERT INTO institute VALUES ('j00000098')");

            postgres.kill();
            assertThat(postgres.isReady()).isFalse();
            postgres.restart();

            assertThat(query(postgres, "SELECT id FROM institute")).isEqualTo("j00000098");
        }
    }

    @Test
    void leaves_no_process_behind() {
        var postgres = PostgresServer.start(directory, 0);

        postgres.stop();

        assertThat(postgres.process().identity().isAlive()).isFalse();
    }

    @Test
    void creates_databases_with_their_owner_and_extensions_as_often_as_asked() throws SQLException {
        try (var postgres = PostgresServer.start(directory, 0)) {
            postgres.createDatabase("partnerships", "first");
            postgres.createDatabase("partnerships", "it's new");

            try (var connection =
                    DriverManager.getConnection(postgres.jdbcUrl("partnerships"), "partnerships", "it's new")) {
                assertThat(query(connection, "SELECT unaccent('Fès') || similarity('Agadir', 'Agadir')"))
                        .isEqualTo("Fes1");
            }
        }
    }

    @Test
    void asks_for_the_password() {
        try (var postgres = PostgresServer.start(directory, 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer postgres, String sql) throws SQLException {
        try (var connection = connect(postgres)) {
            return query(connection, sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("institutes"), postgres.user(), postgres.password());
    }
}
