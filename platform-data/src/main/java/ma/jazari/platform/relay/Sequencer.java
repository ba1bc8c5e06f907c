package ma.jazari.platform.relay;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Gives each committed change its place in the network's order: microseconds of the database's clock, made unique and
 * rising. It reads in the order of transactions and stays below the oldest one that is still running, so no change that
 * commits late is passed over; and it notes how far time is closed, after which nothing can be placed any more.
 */
final class Sequencer implements SingleActive.Work {

    /** The channel that the relay listens on. */
    static final String PLACED = "change_sequence";

    private static final String PLACE =
            """
            with clock as (
                select last_tx, last_position,
                       greatest(closed_through + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint) as start
                from change_clock
            ), ready as (
                select c.position, c.tx, row_number() over (order by c.tx, c.position) - 1 as n
                from change_log c, clock
                where (c.tx, c.position) > (clock.last_tx, clock.last_position)
                  and c.tx < pg_snapshot_xmin(pg_current_snapshot())
                order by c.tx, c.position
                limit ?
            ), placed as (
                insert into change_sequence (seq, position)
                select clock.start + ready.n, ready.position from ready, clock
                returning seq
            ), last as (
                select tx, position from ready order by n desc limit 1
            )
            update change_clock set
                closed_through = (select coalesce(max(seq), (select start from clock)) from placed),
                last_tx = coalesce((select tx from last), change_clock.last_tx),
                last_position = coalesce((select position from last), change_clock.last_position)
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
        try (var place = connection.prepareStatement(PLACE)) {
            place.setInt(1, batch);
            try (var row = place.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
