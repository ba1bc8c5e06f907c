package ma.jazari.benchmarks.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Rush;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.report.Line;

/** Clients who register for one event at once, without an account; each time for another event, and the answers must be right. */
final class RushOfClients implements Workload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final EventCalls calls;
    private final EventStock events;
    private final HttpLoad http;
    private final EventSizes sizes;
    private final List<Integer> sentAway = new ArrayList<>();

    /** @param http for what is asked afterwards */
    RushOfClients(String name, EventCalls calls, EventStock events, HttpLoad http, EventSizes sizes) {
        this.name = name;
        this.calls = calls;
        this.events = events;
        this.http = http;
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return name;
    }

    /** One rush, however long it takes. */
    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        var event = events.publishedWithPlaces(sizes.places());
        var outcome = Rush.of(IntStream.range(0, sizes.clients())
                .mapToObj(n -> calls.register(event, String.format(Locale.ROOT, "%04d", n)))
                .toList());
        var answers = new RushAnswers(outcome.answers().stream()
                .map(RushOfClients::tree)
                .map(Registered::of)
                .toList());
        answers.check(sizes.places());
        checkPlaces(event, answers);
        sentAway.add(outcome.sentAway());
        return outcome.round();
    }

    /** The event itself counts the same. */
    private void checkPlaces(String event, RushAnswers answers) throws InterruptedException {
        var shown = tree(HttpLoad.await(http.send(calls.read(event)), Duration.ZERO));
        var places = shown.path("places");
        if (places.path("confirmed").asLong(-1) != answers.count(Registered.CONFIRMED)
                || places.path("waiting").asLong(-1) != answers.count(Registered.WAITING)) {
            throw new BenchmarkException("The event counts " + places + " after the rush.");
        }
    }

    /** What they were answered in each rush, and how often somebody was told to come back in those that are measured. */
    List<Line> lines() {
        int places = Math.min(sizes.places(), sizes.clients());
        return List.of(
                new Line(name, "confirmed", "", places, null, null),
                new Line(name, "waiting", "", sizes.clients() - places, null, null),
                new Line(
                        name,
                        "sent away",
                        "",
                        sentAway.stream().skip(1).mapToInt(Integer::intValue).sum(),
                        null,
                        null));
    }

    private static JsonNode tree(Buffer answer) {
        try {
            return JSON.readTree(answer.getBytes());
        } catch (IOException failure) {
            throw new BenchmarkException("An answer is no JSON: " + answer, failure);
        }
    }
}
