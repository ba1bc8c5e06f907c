package ma.jazari.gateway.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.gateway.overview.OverviewResponse.Conventions;
import ma.jazari.gateway.overview.OverviewResponse.EventsPart;
import ma.jazari.gateway.overview.OverviewResponse.Institutes;
import ma.jazari.gateway.route.Upstream;
import ma.jazari.gateway.upstream.UpstreamClients;
import org.jboss.logging.Logger;

/** Asks the services for their parts, as somebody without a token would. Fails for whatever is not what was asked for. */
@Singleton
class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);
    private static final String INSTITUTES = "/v1/institutes?fields=id&limit=1&total=true&facets=status,region,mission";
    private static final String CONVENTIONS = "/v1/conventions/statistics?limit=1";
    private static final String EVENTS = "/internal/overview";

    private final UpstreamClients upstreams;
    private final OverviewConfig config;
    private final ObjectMapper mapper;

    Parts(UpstreamClients upstreams, OverviewConfig config, ObjectMapper mapper) {
        this.upstreams = upstreams;
        this.config = config;
        this.mapper = mapper;
    }

    Future<Institutes> institutes() {
        return ask(Upstream.INSTITUTES, INSTITUTES, Parts::institutes);
    }

    Future<Conventions> conventions() {
        return ask(Upstream.PARTNERSHIPS, CONVENTIONS, Parts::conventions);
    }

    Future<EventsPart> events() {
        return ask(Upstream.EVENTS, EVENTS, this::events);
    }

    private <T> Future<T> ask(Upstream upstream, String uri, Reading<T> reading) {
        return upstreams
                .of(upstream)
                .get(uri, config.timeout())
                .map(body -> read(body, reading))
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(
                        failure -> LOG.warnf("no part of the overview from %s: %s", upstream.serviceName(), failure));
    }

    private <T> T read(Buffer body, Reading<T> reading) {
        try {
            return reading.of(mapper.readTree(body.getBytes()));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a part of the overview", e);
        }
    }

    private interface Reading<T> {
        T of(JsonNode body) throws JsonProcessingException;
    }

    private static Institutes institutes(JsonNode page) {
        var facets = page.path("facets");
        return new Institutes(
                count(page.path("total")),
                counted(facets.path("status"), Stream.empty()),
                counted(facets.path("region"), IntStream.rangeClosed(1, 12).mapToObj("MA-%02d"::formatted)),
                counted(facets.path("mission"), Stream.of("RESEARCH", "TRAINING", "INNOVATION")));
    }

    private static Conventions conventions(JsonNode statistics) {
        var byStatus = new TreeMap<String, Long>();
        statistics.path("byStatus").properties().forEach(each -> byStatus.put(each.getKey(), count(each.getValue())));
        return new Conventions(
                byStatus,
                count(statistics.path("southSouth").path("count")),
                count(statistics.path("expiring").path("in90Days")));
    }

    private EventsPart events(JsonNode part) throws JsonProcessingException {
        if (!part.path("programEvents").isObject() || !part.path("programmes").isArray()) {
            throw new IllegalArgumentException("no program events or no programmes");
        }
        return mapper.treeToValue(part, EventsPart.class);
    }

    /** @param always what is there even if nothing was counted of it */
    private static Map<String, Long> counted(JsonNode facet, Stream<String> always) {
        if (!facet.isArray()) {
            throw new IllegalArgumentException("not counted");
        }
        var counts = new TreeMap<String, Long>();
        always.forEach(value -> counts.put(value, 0L));
        StreamSupport.stream(facet.spliterator(), false)
                .forEach(each -> counts.put(each.path("value").asText(), count(each.path("count"))));
        return counts;
    }

    private static long count(JsonNode number) {
        if (!number.isIntegralNumber()) {
            throw new IllegalArgumentException("not a count");
        }
        return number.longValue();
    }
}
