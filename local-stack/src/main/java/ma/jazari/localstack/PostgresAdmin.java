package ma.jazari.localstack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/** What the superuser does: databases, roles, extensions. Everything here may be done again. */
public final class PostgresAdmin {

    static final String SUPERUSER = "postgres";

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent");

    private final int port;
    private final String password;

    public PostgresAdmin(int port, String password) {
        this.port = port;
        this.password = password;
    }

    public boolean answers() {
        try (var connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    public void createDatabase(String name) {
        create(name, SUPERUSER);
    }

    public void createOwnedDatabase(String name, String ownerPassword) {
        try (var connection = connect(SUPERUSER)) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                execute(connection, "CREATE ROLE " + quoted(name) + " LOGIN");
            }
            execute(connection, "ALTER ROLE " + quoted(name) + " PASSWORD '" + ownerPassword.replace("'", "''") + "'");
        } catch (SQLException failure) {
            throw refused("role " + name, failure);
        }
        create(name, name);
    }

    private void create(String name, String owner) {
        try (var connection = connect(SUPERUSER)) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                execute(connection, "CREATE DATABASE " + quoted(name) + " OWNER " + quoted(owner));
            }
            addExtensions(name);
        } catch (SQLException failure) {
            throw refused("database " + name, failure);
        }
    }

    private void addExtensions(String database) throws SQLException {
        try (var connection = connect(database)) {
            for (var extension : EXTENSIONS) {
                execute(connection, "CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "20");
        // Not by DriverManager, which looks at class loaders and finds nothing in some test runners.
        return Objects.requireNonNull(
                new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static LocalStackException refused(String what, SQLException failure) {
        return new LocalStackException("PostgreSQL refused the " + what + ": " + failure.getMessage(), failure);
    }
}
