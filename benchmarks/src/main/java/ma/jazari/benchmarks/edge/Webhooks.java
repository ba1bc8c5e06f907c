package ma.jazari.benchmarks.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;

/** Webhooks of one partner, told of institutes; they end when this is closed. */
final class Webhooks implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Registry registry;
    private final HttpLoad http;
    private final List<URI> all = new ArrayList<>();

    Webhooks(Registry registry, HttpLoad http) {
        this.registry = registry;
        this.http = http;
    }

    /** Makes one for each path of the receiver. */
    void subscribe(Receiver receiver, int count) throws InterruptedException {
        var webhooks = registry.atGateway("/v1/partners/" + registry.aUniversity() + "/webhooks");
        var token = registry.token();
        for (int i = 0; i < count; i++) {
            var request =
                    JSON.createObjectNode().put("url", receiver.at("/" + i).toString());
            request.putArray("types").add("institute.*");
            var call = Call.create(webhooks, request::toString).as(token);
            all.add(URI.create(webhooks + "/" + Registry.idIn(answer(call))));
        }
    }

    /** Has the first of them told again of what came after the cursor; returns when they were asked to. */
    void replay(int count, String after) throws InterruptedException {
        var token = registry.token();
        var request = JSON.createObjectNode().put("after", after).toString();
        for (var webhook : all.subList(0, count)) {
            var replay = URI.create(webhook + "/replay");
            answer(Call.create(replay, () -> request).expecting(ACCEPTED).as(token));
        }
    }

    /** Waits until they have nothing more to queue, so that they can be asked again. */
    void awaitQueued(int count) throws InterruptedException {
        var token = registry.token();
        long begun = System.nanoTime();
        for (var webhook : all.subList(0, count)) {
            var call = Call.get(URI.create(webhook + "/replay")).as(token);
            while (!tree(answer(call)).path("status").asText().equals("QUEUED")) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new BenchmarkException("A replay is still being queued after a minute.");
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private Buffer answer(Call call) throws InterruptedException {
        return HttpLoad.await(http.send(call), Duration.ZERO);
    }

    private static JsonNode tree(Buffer json) {
        try {
            return JSON.readTree(json.getBytes());
        } catch (IOException failure) {
            throw new BenchmarkException("An answer is no JSON: " + json, failure);
        }
    }

    @Override
    public void close() {
        var token = registry.token();
        for (var webhook : all) {
            var deletion = new Call(HttpMethod.DELETE, webhook, Map.of("If-Match", "*"), null, NO_CONTENT).as(token);
            http.send(deletion)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }
}
