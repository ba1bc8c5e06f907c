package ma.jazari.platform.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Gives each committed change its place in the network's order: microseconds of the database's clock, made unique and
 * rising; and notes how far time is closed, after which nothing can be placed any more.
 *
 * <p>It places whatever has committed and has no place yet, by position. A position is drawn while its record is locked,
 * so the changes of one record stand in their order; a change that commits late is placed late, never passed over. The
 * transaction id only bounds the search: all that was written before the oldest transaction then running is placed. In a
 * cluster that the log was restored into, ids begin anew, and the search starts over.
 */
final class Sequencer implements SingleActive.Work {

    /** The channel that the relay listens on. */
    static final String PLACED = "change_sequence";

    // The planner cannot know how few rows came since the last look, and would read log and sequence from end to end,
    // five
    // times a second. So rows come from the index on (tx, position), and each is looked up in the sequence by itself.
    private static final String BY_INDEX = "set local enable_seqscan = off";
    private static final String PLACE =
            """
            with clock as (
                select case when settled_before > pg_snapshot_xmax(pg_current_snapshot()) then '0'::xid8
                            else settled_before end as settled_before,
                       greatest(closed_through + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint) as start
                from change_clock
            ), recent as materialized (
                select position from change_log where tx >= (select settled_before from clock)
            ), ready as (
                select c.position, row_number() over (order by c.position) - 1 as n
                from recent c
                where (select true from change_sequence s where s.position = c.position) is null
                order by c.position
                limit ?
            ), placed as (
                insert into change_sequence (seq, position)
                select clock.start + ready.n, ready.position from ready, clock
                returning seq
            )
            update change_clock set
                closed_through = (select coalesce(max(seq), (select start from clock)) from placed),
                settled_before = case when (select count(*) from placed) < ?
                                      then pg_snapshot_xmin(pg_current_snapshot()) else settled_before end
            returning (select count(*) from placed)
            """;

    private final int batch;

    Sequencer(int batch) {
        this.batch = batch;
    }

    @Override
    public boolean step(Connection connection) throws SQLException {
        long placed = place(connection);
        if (placed > 0) {
            try (var notify = connection.createStatement()) {
                notify.execute("notify " + PLACED);
            }
        }
        return placed == batch;
    }

    private long place(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var byIndex = connection.createStatement()) {
            byIndex.execute(BY_INDEX);
            long placed = placeAll(connection);
            connection.commit();
            return placed;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private long placeAll(Connection connection) throws SQLException {
        try (var place = connection.prepareStatement(PLACE)) {
            place.setInt(1, batch);
            place.setInt(2, batch);
            try (var row = place.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
