package ma.jazari.partnerships.heard;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.changelog.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Where heard changes are kept. Each gets an ordinal, in the order of commit: it is drawn under one lock, so that whoever
 * has read up to an ordinal has missed none. The changes of a record get theirs in the order of its versions, though
 * public and restricted ones come by different topics: one whose predecessor is not there waits for it.
 */
@ApplicationScoped
public class HeardLog {

    // The lock of the order.
    private static final String LOCK = "select last_ordinal from heard_clock for update";
    private static final String DRAWN = "update heard_clock set last_ordinal = ?";
    private static final String THROUGH = "select version from heard_subject where subject_type = ? and subject_id = ?";
    private static final String REACHED =
            """
            insert into heard_subject (subject_type, subject_id, version) values (?, ?, ?)
            on conflict (subject_type, subject_id) do update set version = excluded.version
            """;
    private static final String INSERT =
            """
            insert into heard_change (id, seq, source, type, subject_type, subject_id, subject_version, at, audience,
                                      body, ordinal, heard_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String EPOCH =
            """
            insert into heard_source (source, epoch) values (?, ?)
            on conflict (source) do update set epoch = excluded.epoch where heard_source.epoch <> excluded.epoch
            """;
    private static final String WAITING =
            """
            select id, subject_version, heard_at from heard_change
            where ordinal is null and subject_type = ? and subject_id = ? order by subject_version
            """;
    private static final String OVERDUE =
            """
            select distinct subject_type, subject_id from heard_change
            where ordinal is null and heard_at < ? limit 500
            """;
    private static final String PLACE = "update heard_change set ordinal = ? where id = ?";

    private final AgroalDataSource database;
    private final HeardConfig config;
    private final Clock clock;
    private final Event<Heard> heard;

    HeardLog(AgroalDataSource database, HeardConfig config, Clock clock, Event<Heard> heard) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.heard = heard;
    }

    /** Tells observers that there is something new, or will be once the transaction has committed. */
    public record Heard() {}

    /** Keeps the change, and places it and those that waited for it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hear(HeardChange change) {
        try (var connection = database.getConnection()) {
            var order = new Order(connection, change.subject());
            boolean isNext = change.version() <= order.through + 1;
            if (isOld(change)) {
                order.reach(change.version());
            } else if (!isNext) {
                insert(connection, change.isForPartners() ? change : change.emptied(), null);
            } else {
                if (change.isForPartners()) {
                    insert(connection, change, order.draw());
                }
                order.reach(change.version());
            }
            order.placeWaiting(null);
            order.save();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep a heard change", e);
        }
        heard.fire(new Heard());
    }

    /** Places what has waited long enough for changes that do not come. */
    @Transactional
    void placeOverdue() {
        var since = clock.instant().minus(config.patience());
        try (var connection = database.getConnection()) {
            for (var subject : overdue(connection, since)) {
                var order = new Order(connection, subject);
                order.placeWaiting(since);
                order.save();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("place heard changes that have waited", e);
        }
        heard.fire(new Heard());
    }

    private static Collection<Subject> overdue(Connection connection, Instant since) throws SQLException {
        try (var select = connection.prepareStatement(OVERDUE)) {
            select.setTimestamp(1, Timestamp.from(since));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Subject>();
                while (row.next()) {
                    found.add(new Subject(row.getString(1), row.getString(2)));
                }
                return found;
            }
        }
    }

    /** Older than anything that is kept: it only counts as having come. */
    private boolean isOld(HeardChange change) {
        return change.at().isBefore(clock.instant().minus(config.keep()));
    }

    private void insert(Connection connection, HeardChange change, @Nullable Long ordinal) throws SQLException {
        try (var epoch = connection.prepareStatement(EPOCH);
                var insert = connection.prepareStatement(INSERT)) {
            epoch.setString(1, change.place().source());
            epoch.setString(2, change.place().epoch());
            epoch.executeUpdate();
            int i = 0;
            insert.setObject(++i, change.id());
            insert.setLong(++i, change.place().seq());
            insert.setString(++i, change.place().source());
            insert.setString(++i, change.type());
            insert.setString(++i, change.subject().type());
            insert.setString(++i, change.subject().id());
            insert.setLong(++i, change.version());
            insert.setTimestamp(++i, Timestamp.from(change.at()));
            insert.setArray(
                    ++i,
                    change.audience() == null
                            ? null
                            : connection.createArrayOf("text", change.audience().toArray()));
            insert.setString(++i, change.body());
            insert.setObject(++i, ordinal, Types.BIGINT);
            insert.setTimestamp(++i, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    /** The order as it stands, locked until the transaction ends, and one record's place in it. */
    private static final class Order {

        private final Connection connection;
        private final Subject subject;
        private final long reachedBefore;
        private long through;
        private final long lastBefore;
        private long last;

        Order(Connection connection, Subject subject) throws SQLException {
            this.connection = connection;
            this.subject = subject;
            try (var lock = connection.prepareStatement(LOCK);
                    var row = lock.executeQuery()) {
                row.next();
                last = row.getLong(1);
            }
            try (var select = connection.prepareStatement(THROUGH)) {
                select.setString(1, subject.type());
                select.setString(2, subject.id());
                try (var row = select.executeQuery()) {
                    through = row.next() ? row.getLong(1) : 0;
                }
            }
            reachedBefore = through;
            lastBefore = last;
        }

        long draw() {
            return ++last;
        }

        void reach(long version) {
            through = Math.max(through, version);
        }

        /** @param patience what was heard before does not wait any more for versions that have not come; null for all do */
        void placeWaiting(@Nullable Instant patience) throws SQLException {
            try (var place = connection.prepareStatement(PLACE)) {
                for (var waiting : waiting()) {
                    if (waiting.version() > through + 1
                            && (patience == null || !waiting.heardAt().isBefore(patience))) {
                        break;
                    }
                    place.setLong(1, draw());
                    place.setObject(2, waiting.id());
                    place.addBatch();
                    reach(waiting.version());
                }
                place.executeBatch();
            }
        }

        private List<Waiting> waiting() throws SQLException {
            try (var select = connection.prepareStatement(WAITING)) {
                select.setString(1, subject.type());
                select.setString(2, subject.id());
                try (var row = select.executeQuery()) {
                    var found = new ArrayList<Waiting>();
                    while (row.next()) {
                        found.add(new Waiting(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getTimestamp(3).toInstant()));
                    }
                    return found;
                }
            }
        }

        void save() throws SQLException {
            if (through > reachedBefore) {
                try (var reached = connection.prepareStatement(REACHED)) {
                    reached.setString(1, subject.type());
                    reached.setString(2, subject.id());
                    reached.setLong(3, through);
                    reached.executeUpdate();
                }
            }
            if (last > lastBefore) {
                try (var drawn = connection.prepareStatement(DRAWN)) {
                    drawn.setLong(1, last);
                    drawn.executeUpdate();
                }
            }
        }

        private record Waiting(UUID id, long version, Instant heardAt) {}
    }
}
