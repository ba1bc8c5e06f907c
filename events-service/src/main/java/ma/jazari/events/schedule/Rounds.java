package ma.jazari.events.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import ma.jazari.events.mail.MailConfig;
import ma.jazari.events.mail.MailRound;
import ma.jazari.events.registration.NewsRound;
import ma.jazari.events.registration.RegistrationConfig;
import ma.jazari.events.registration.RegistrationRound;

/**
 * Looks every few seconds for what is due, once however many replicas there are: they share the table of the library. A
 * look that died with its replica is taken up by another.
 */
@ApplicationScoped
class Rounds {

    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final MailRound mails;

    Rounds(
            AgroalDataSource database,
            RegistrationRound registrations,
            NewsRound news,
            RegistrationConfig registrationConfig,
            MailRound mails,
            MailConfig mailConfig) {
        this.mails = mails;
        scheduler = Scheduler.create(database)
                .startTasks(
                        every(registrationConfig.every(), "registrations", registrations::run),
                        every(registrationConfig.every(), "news", news::run),
                        every(mailConfig.every(), "mails", mails::run))
                .threads(3)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .build();
    }

    private static RecurringTask<Void> every(Duration pause, String name, Runnable round) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> round.run());
    }

    void start(@Observes StartupEvent started) {
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
        mails.stop(LONGEST_SHUTDOWN);
    }
}
