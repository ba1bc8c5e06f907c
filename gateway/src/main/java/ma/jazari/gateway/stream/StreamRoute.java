package ma.jazari.gateway.stream;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import ma.jazari.gateway.feed.ChangeFilter;
import ma.jazari.gateway.feed.FeedAnswer;
import ma.jazari.gateway.feed.FeedPage;
import ma.jazari.gateway.feed.FeedQuery;
import ma.jazari.gateway.feed.FeedQuestion;
import ma.jazari.gateway.feed.NetworkFeed;
import ma.jazari.gateway.http.LoadShedding;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.gateway.http.VerifiedToken;
import ma.jazari.gateway.limit.RateLimits;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemMapper;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/changes} for those who want a stream; the others go on to the REST resource. */
@Singleton
class StreamRoute {

    // After the token was checked, before the REST resources.
    private static final int ORDER = 150;
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final Set<String> KNOWN = Set.of("after", "limit", "types", "subjectIds");

    private final Streams streams;
    private final NetworkFeed feed;
    private final RateLimits limits;
    private final LoadShedding load;
    private final ProblemWriter problems;

    StreamRoute(Streams streams, NetworkFeed feed, RateLimits limits, LoadShedding load, ProblemWriter problems) {
        this.streams = streams;
        this.feed = feed;
        this.limits = limits;
        this.load = load;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, "/v1/changes").order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (!wantsStream(context)) {
            context.next();
            return;
        }
        try {
            begin(context, question(context));
        } catch (Problem problem) {
            problems.write(context, problem);
        }
    }

    private static boolean wantsStream(RoutingContext context) {
        var accepted = context.parsedHeaders().accept();
        return !accepted.isEmpty()
                && MediaType.SERVER_SENT_EVENTS.equals(accepted.getFirst().value());
    }

    private static Question question(RoutingContext context) {
        var query = context.queryParams();
        query.names().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.invalid(name, "is no parameter of the stream; it has after, types and subjectIds");
        });
        var lastId = context.request().getHeader(LAST_EVENT_ID);
        var after = lastId == null || lastId.isEmpty() ? query.get("after") : lastId;
        boolean isFromNow = FeedQuery.NOW.equals(after);
        return new Question(
                after == null || isFromNow ? null : FeedCursor.decode(after),
                isFromNow,
                new ChangeFilter(query.get("types"), query.get("subjectIds")));
    }

    private void begin(RoutingContext context, Question asked) {
        context.request().resume();
        var headers = Caller.of(context.request()).headers();
        var first = asked.isFromNow() ? feed.end(headers) : feed.read(asked.page(), headers);
        first.onSuccess(answer -> {
                    switch (answer) {
                        case FeedAnswer.Found(var page) -> open(context, asked, page);
                        case FeedAnswer.Refused(int status, var problem) ->
                            context.response()
                                    .setStatusCode(status)
                                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.MEDIA_TYPE)
                                    .end(problem);
                    }
                })
                .onFailure(failure -> fail(context, failure));
    }

    private void open(RoutingContext context, Question asked, FeedPage page) {
        var stream = new EventStream(
                context.request(),
                limits.counted(context),
                VerifiedToken.of(context),
                asked.filter(),
                asked.isFromNow() ? FeedCursor.decode(page.resumeCursor()) : asked.after());
        context.addEndHandler(done -> streams.close(stream));
        streams.open(stream, page).onSuccess(open -> load.letGo(context)).onFailure(failure -> fail(context, failure));
    }

    private void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof Problem problem) {
            problems.write(context, problem);
        } else {
            context.fail(failure);
        }
    }

    /** @param after null for all */
    private record Question(@Nullable FeedCursor after, boolean isFromNow, ChangeFilter filter) {

        FeedQuestion page() {
            return new FeedQuestion(after, Streams.PAGE, filter);
        }
    }
}
