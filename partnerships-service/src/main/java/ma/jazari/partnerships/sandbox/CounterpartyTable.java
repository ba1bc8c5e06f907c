package ma.jazari.partnerships.sandbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jazari.partnerships.sandbox.CounterpartyResponse.CounterpartyAct;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where scripted partners are kept, and what they did. */
@ApplicationScoped
class CounterpartyTable {

    private static final String ADD =
            "insert into counterparty (partner_id, behaviour, key, created_at) values (?, ?, ?, ?)";
    private static final String ALL = "select partner_id, behaviour, key from counterparty order by created_at limit ?";
    private static final String ONE = "select partner_id, behaviour, key from counterparty where partner_id = ?";
    // From the index on party_keys.
    private static final String WAITING =
            """
            select id from convention
            where party_keys && array[?]::varchar[]
              and (status in ('PROPOSED', 'APPROVED')
                   or (status in ('IN_FORCE', 'SUSPENDED') and (amendment is not null or consents <> '[]')))
            order by id limit 100
            """;
    private static final String NOTE =
            """
            insert into counterparty_act (partner_id, convention_id, revision, act, at, status, answer)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DONE =
            """
            select distinct act from counterparty_act
            where partner_id = ? and convention_id = ? and (revision = ? or act = 'COUNTER')
            """;
    private static final String ACTS =
            """
            select convention_id, revision, act, at, status, answer from counterparty_act
            where partner_id = ? order by number desc limit 100
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    CounterpartyTable(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A scripted partner; its key is a JSON Web Key with its private part. */
    record Counterparty(String partnerId, Behaviour behaviour, String key) {}

    void add(Counterparty counterparty) {
        write(ADD, statement -> {
            statement.setString(1, counterparty.partnerId());
            statement.setString(2, counterparty.behaviour().name());
            statement.setString(3, counterparty.key());
            statement.setTimestamp(4, Timestamp.from(clock.instant()));
        });
    }

    List<Counterparty> all(int limit) {
        return read(ALL, select -> select.setInt(1, limit), CounterpartyTable::counterparty);
    }

    Optional<Counterparty> find(String partnerId) {
        return read(ONE, select -> select.setString(1, partnerId), CounterpartyTable::counterparty).stream()
                .findFirst();
    }

    /** Conventions that may wait for it. */
    List<String> waiting(String partnerId) {
        return read(WAITING, select -> select.setString(1, "PARTNER:" + partnerId), row -> row.getString(1));
    }

    void note(String partnerId, CounterpartyAct act) {
        write(NOTE, statement -> {
            statement.setString(1, partnerId);
            statement.setString(2, act.conventionId());
            statement.setInt(3, act.revision());
            statement.setString(4, act.act());
            statement.setTimestamp(5, Timestamp.from(act.at()));
            statement.setInt(6, act.status());
            statement.setString(7, act.answer());
        });
    }

    /** What it has done to the text; a counter counts for all texts of the convention. */
    List<String> done(String partnerId, String conventionId, int revision) {
        return read(
                DONE,
                select -> {
                    select.setString(1, partnerId);
                    select.setString(2, conventionId);
                    select.setInt(3, revision);
                },
                row -> row.getString(1));
    }

    List<CounterpartyAct> acts(String partnerId) {
        return read(
                ACTS,
                select -> select.setString(1, partnerId),
                row -> new CounterpartyAct(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(5),
                        row.getString(6)));
    }

    private static Counterparty counterparty(ResultSet row) throws SQLException {
        return new Counterparty(row.getString(1), Behaviour.valueOf(row.getString(2)), row.getString(3));
    }

    private <T> List<T> read(String sql, Binding binding, Reading<T> reading) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reading.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the counterparties", e);
        }
    }

    private void write(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("write down a counterparty", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
