package ma.jazari.partnerships.heard;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import ma.jazari.platform.changelog.DatabaseFailure;

/** What is done to heard changes from time to time; however many replicas do it, the outcome is the same. */
@ApplicationScoped
class HeardRounds {

    private static final int BATCH = 2_000;

    // What somebody still waits for is kept, however old.
    private static final String FORGET =
            """
            with old as (
                select id from heard_change h
                where (heard_at < ? or ordinal <= (select last_ordinal from heard_clock) - ?)
                  and not exists (select from webhook_delivery d where d.message_id = h.id and d.status = 'PENDING')
                order by heard_at limit ?
            ), removed as (
                delete from heard_change where id in (select id from old) returning seq, at
            )
            update heard_clock set
                forgotten_through = greatest(forgotten_through, (select max(seq) from removed)),
                forgotten_until = greatest(forgotten_until, (select max(at) from removed))
            where exists (select from removed)
            """;

    private final AgroalDataSource database;
    private final HeardLog log;
    private final HeardConfig config;
    private final Clock clock;

    HeardRounds(AgroalDataSource database, HeardLog log, HeardConfig config, Clock clock) {
        this.database = database;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void placeOverdue() {
        log.placeOverdue();
    }

    /** Removes what is older than is kept, and what is beyond the number that is kept. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        boolean more;
        do {
            more = forgetSome();
        } while (more);
    }

    private boolean forgetSome() {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement(FORGET)) {
            forget.setTimestamp(1, Timestamp.from(clock.instant().minus(config.keep())));
            forget.setLong(2, config.most());
            forget.setInt(3, BATCH);
            return forget.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new DatabaseFailure("remove old heard changes", e);
        }
    }
}
