package ma.jazari.gateway.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import ma.jazari.platform.problem.Problem;

/** The change feed of the whole network, joined from those of the services. */
@Singleton
public class NetworkFeed {

    // Any question will do: each page says how far its service has come.
    private static final FeedQuestion HOW_FAR = new FeedQuestion(null, 1, ChangeFilter.ALL);

    private final ServiceFeeds services;
    private final ObjectMapper mapper;

    NetworkFeed(ServiceFeeds services, ObjectMapper mapper) {
        this.services = services;
        this.mapper = mapper;
    }

    /**
     * Reads one page. Fails with a {@link Problem} rather than skip the changes of a service that does not answer.
     *
     * @param headers of the caller, for all services
     */
    public Future<FeedAnswer> read(FeedQuestion question, MultiMap headers) {
        return services.ask(question.uri(), headers).map(answers -> answers.stream()
                .filter(answer -> !answer.isPage())
                .findFirst()
                .map(NetworkFeed::refused)
                .orElseGet(() ->
                        new FeedAnswer.Found(FeedMerge.merge(pages(answers), question.limit(), question.after()))));
    }

    /** An empty page at the present end: what comes after it is all that happens from now on. */
    public Future<FeedAnswer> end(MultiMap headers) {
        return services.ask(HOW_FAR.uri(), headers).map(answers -> answers.stream()
                .filter(answer -> !answer.isPage())
                .findFirst()
                .map(NetworkFeed::refused)
                .orElseGet(() -> new FeedAnswer.Found(FeedMerge.end(pages(answers)))));
    }

    /** A refusal of a service is the network's; its own failure is one that is named. */
    static FeedAnswer refused(ServiceAnswer answer) {
        if (!answer.isRefusal()) {
            throw ServiceFeeds.absent(answer.upstream().serviceName());
        }
        return new FeedAnswer.Refused(answer.status(), answer.body());
    }

    private List<ServicePage> pages(List<ServiceAnswer> answers) {
        return answers.stream().map(this::page).toList();
    }

    private ServicePage page(ServiceAnswer answer) {
        try {
            return ServicePage.of(mapper.readTree(answer.body().getBytes()));
        } catch (IOException | IllegalArgumentException | Problem e) {
            throw ServiceFeeds.absent(answer.upstream().serviceName());
        }
    }
}
