package ma.jazari.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import ma.jazari.gateway.route.Upstream;
import ma.jazari.platform.feed.FeedCursor;
import org.jspecify.annotations.Nullable;

/** All records of the network as they stood at one place in its feed, one service after the other. */
@Singleton
class NetworkSnapshot {

    private static final List<Upstream> ORDER = List.of(Upstream.values());

    private final NetworkFeed feed;
    private final ServiceFeeds services;
    private final ObjectMapper mapper;

    NetworkSnapshot(NetworkFeed feed, ServiceFeeds services, ObjectMapper mapper) {
        this.feed = feed;
        this.services = services;
        this.mapper = mapper;
    }

    /**
     * Reads one page; its resumeCursor is the place that the whole is true at.
     *
     * @param cursor null for the first page, at the present end of the feed
     */
    Future<FeedAnswer> read(@Nullable SnapshotCursor cursor, int limit, MultiMap headers) {
        return cursor == null
                ? feed.end(headers).compose(answer -> begin(answer, limit, headers))
                : page(cursor, limit, headers);
    }

    private Future<FeedAnswer> begin(FeedAnswer end, int limit, MultiMap headers) {
        return switch (end) {
            case FeedAnswer.Found(var here) -> {
                var through = FeedCursor.decode(here.resumeCursor());
                yield page(new SnapshotCursor(through, ORDER.getFirst(), null), limit, headers);
            }
            case FeedAnswer.Refused refused -> Future.succeededFuture(refused);
        };
    }

    private Future<FeedAnswer> page(SnapshotCursor here, int limit, MultiMap headers) {
        var uri = "/v1/changes/snapshot?limit=" + limit
                + FeedQuestion.parameter("through", here.through().encode())
                + FeedQuestion.parameter("cursor", here.within());
        return services.ask(here.service(), uri, headers)
                .map(answer ->
                        answer.isPage() ? new FeedAnswer.Found(page(here, answer)) : NetworkFeed.refused(answer));
    }

    private FeedPage page(SnapshotCursor here, ServiceAnswer answer) {
        try {
            var page = mapper.readTree(answer.body().getBytes());
            return new FeedPage(items(page), next(here, page), here.through().encode());
        } catch (IOException e) {
            throw ServiceFeeds.absent(here.service().serviceName());
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static @Nullable String next(SnapshotCursor here, JsonNode page) {
        if (page.hasNonNull("nextCursor")) {
            return new SnapshotCursor(
                            here.through(),
                            here.service(),
                            page.path("nextCursor").asText())
                    .encode();
        }
        int following = ORDER.indexOf(here.service()) + 1;
        return following == ORDER.size()
                ? null
                : new SnapshotCursor(here.through(), ORDER.get(following), null).encode();
    }
}
