package ma.jazari.system;

import static ma.jazari.system.Institutes.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Json;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a partner's system does that keeps a copy of the registry, and what it may rely on. */
@SystemTest
@Order(4)
class RebuildIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Map<String, String> PATHS = Map.of(
            "INSTITUTE", "/v1/institutes/",
            "PARTNER", "/v1/partners/",
            "CONVENTION", "/v1/conventions/",
            "PROGRAMME", "/v1/programmes/",
            "PROGRAM_EVENT", "/v1/program-events/");

    private final Registry registry;
    private final Caller reader;

    RebuildIT(Registry registry) {
        this.registry = registry;
        this.reader = registry.as("auditor");
    }

    /** A record as the copy holds it. */
    private record Copied(String kind, String id, int version, JsonNode data) {

        static Copied of(JsonNode change) {
            var subject = change.path("subject");
            return new Copied(
                    subject.path("type").asText(),
                    subject.path("id").asText(),
                    subject.path("version").asInt(),
                    change.path("data"));
        }
    }

    @Test
    void rebuilds_the_registry_from_a_snapshot_and_the_feed_while_writes_go_on() {
        var others = Others.of(registry);
        Map<String, Copied> copy;
        String place;
        try (var writing = Writing.to(Institutes.of(registry))) {
            writing.awaitAnother(3);
            copy = new HashMap<>();
            place = readSnapshot(copy, 200, () -> writing.awaitAnother(1));
            others.published(others.seminar(uniqueName("Séminaire copié")));
            others.partner(uniqueName("Partenaire copié"));
            place = follow(place, copy);
            writing.awaitAnother(3);
            writing.end();
        }
        followToTheEnd(place, copy);

        var now = new HashMap<String, Copied>();
        readSnapshot(now, 200, () -> {});

        assertThat(copy).isEqualTo(now);
        theExportsHoldTheSame(copy, "institutes", "INSTITUTE");
        theExportsHoldTheSame(copy, "partners", "PARTNER");
        copy.values().forEach(this::theApiShowsTheSame);
    }

    /** Reads all pages; the place in the feed that they are true at. */
    private String readSnapshot(Map<String, Copied> copy, int limit, Runnable betweenPages) {
        var next = "";
        String place;
        do {
            var page = reader.get("/v1/changes/snapshot?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200);
            page.elements("/items").stream().map(Copied::of).forEach(record -> assertThat(copy.put(record.id(), record))
                    .as("what comes twice")
                    .isNull());
            next = page.text("/nextCursor");
            place = page.text("/resumeCursor");
            betweenPages.run();
        } while (!next.isEmpty());
        return place;
    }

    /** Applies what came after the place; the place that it came to. */
    private String follow(String place, Map<String, Copied> copy) {
        var here = place;
        boolean more;
        do {
            var page = reader.get("/v1/changes?limit=200&after=" + here).expect(200);
            page.elements("/items").stream().map(Copied::of).forEach(record -> {
                var before = copy.put(record.id(), record);
                assertThat(before == null ? 0 : before.version()).isLessThan(record.version());
            });
            here = page.text("/resumeCursor");
            more = page.json().hasNonNull("nextCursor");
        } while (more);
        return here;
    }

    /** Until the last that was written is in the copy: a change stands in the feed a moment after its record. */
    private void followToTheEnd(String place, Map<String, Copied> copy) {
        var others = Others.of(registry);
        var last = List.of(
                Institutes.of(registry).active(uniqueName("Dernier institut")),
                others.partner(uniqueName("Dernier partenaire")),
                others.published(others.seminar(uniqueName("Dernier séminaire"))));
        var here = new AtomicReference<>(place);
        await().atMost(LIMIT).until(() -> {
            here.set(follow(Objects.requireNonNull(here.get()), copy));
            return last.stream().allMatch(written -> isIn(copy, written));
        });
    }

    private static boolean isIn(Map<String, Copied> copy, Held written) {
        var record = copy.get(written.id());
        return record != null && record.version() >= written.version();
    }

    private void theExportsHoldTheSame(Map<String, Copied> copy, String collection, String kind) {
        var exported = new HashSet<JsonNode>();
        reader.with("Accept", "application/x-ndjson")
                .get("/v1/" + collection + "/export")
                .expect(200)
                .body()
                .lines()
                .map(Json::read)
                .forEach(exported::add);
        Set<JsonNode> copied = new HashSet<>();
        copy.values().stream()
                .filter(record -> record.kind().equals(kind))
                .map(Copied::data)
                .forEach(copied::add);
        assertThat(copied).isNotEmpty().isEqualTo(exported);
    }

    /** Each member of the copy, as the record itself has it; the record may say more, such as what may be done with it. */
    private void theApiShowsTheSame(Copied record) {
        var path = PATHS.get(record.kind());
        if (path == null || record.data().path("status").asText().equals("MERGED")) {
            return;
        }
        var shown = reader.get(path + record.id()).expect(200).json();
        record.data().properties().forEach(member -> assertThat(shown.get(member.getKey()))
                .as("%s of %s %s", member.getKey(), record.kind(), record.id())
                .isEqualTo(member.getValue()));
    }
}
