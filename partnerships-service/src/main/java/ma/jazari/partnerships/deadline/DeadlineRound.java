package ma.jazari.partnerships.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import ma.jazari.partnerships.news.PartyNews;
import ma.jazari.partnerships.news.PartyNews.News;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.retry.Failures;
import org.jboss.logging.Logger;

/**
 * One look for what is due. Each convention is a transaction of its own: one that cannot be carried out holds up no
 * other, and is tried again after a pause that doubles, until somebody must look at it.
 */
@ApplicationScoped
public class DeadlineRound {

    private static final Logger LOG = Logger.getLogger(DeadlineRound.class);

    private final DeadlineTable deadlines;
    private final PartyNews news;
    private final DueConvention due;
    private final DeadlineConfig config;
    private final Today today;
    private final Clock clock;

    DeadlineRound(
            DeadlineTable deadlines,
            PartyNews news,
            DueConvention due,
            DeadlineConfig config,
            Today today,
            Clock clock) {
        this.deadlines = deadlines;
        this.news = news;
        this.due = due;
        this.config = config;
        this.today = today;
        this.clock = clock;
    }

    /** Carries out all that is due, batch by batch, and tells conventions what there is to tell of their parties. */
    public void run() {
        carryOut();
        news.next(config.batch()).forEach(this::tell);
    }

    private void tell(News told) {
        var after = "";
        List<String> batch;
        do {
            batch = news.conventions(told.partyKey(), after, config.batch());
            batch.forEach(this::keepUp);
            after = batch.isEmpty() ? after : batch.getLast();
        } while (batch.size() == config.batch());
        news.heard(told);
    }

    private void carryOut() {
        List<String> batch;
        do {
            batch = deadlines.due(today.get(), clock.instant(), config.attempts(), config.batch());
            batch.forEach(this::keepUp);
        } while (batch.size() == config.batch());
    }

    private void keepUp(String conventionId) {
        try {
            due.keepUp(conventionId);
            deadlines.succeeded(conventionId);
        } catch (RuntimeException e) {
            int attempts = deadlines.failed(conventionId, Failures.rootMessage(e), clock.instant());
            LOG.errorf(
                    e,
                    "what is due for a convention could not be carried out: conventionId=%s attempts=%d of %d",
                    conventionId,
                    attempts,
                    config.attempts());
        }
    }
}
