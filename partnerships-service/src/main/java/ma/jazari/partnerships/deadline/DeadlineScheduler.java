package ma.jazari.partnerships.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Looks for what is due every few seconds, once however many replicas there are: they share the table of the library. A
 * look that died with its replica is taken up by another.
 */
@ApplicationScoped
class DeadlineScheduler {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

    private final Scheduler scheduler;

    DeadlineScheduler(AgroalDataSource database, DeadlineRound round, DeadlineConfig config) {
        var task = Tasks.recurring("deadlines-of-conventions", FixedDelay.of(config.every()))
                .execute((instance, context) -> round.run());
        scheduler = Scheduler.create(database)
                .startTasks(task)
                .threads(1)
                .pollingInterval(config.every().dividedBy(2))
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    void start(@Observes StartupEvent started) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
    }
}
