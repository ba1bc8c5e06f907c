package ma.jazari.partnerships.institutecopy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.TopicReader;

/** Institutes as their service tells of them over Kafka. */
public final class InstituteMessageFixture {

    public static final String PUBLIC = "jazari.institutes";
    public static final String RESTRICTED = "jazari.institutes.restricted";

    private InstituteMessageFixture() {}

    /** The id of an active institute that has arrived here. */
    public static String activeInstitute() {
        var id = anId();
        activated(id, 3);
        awaitCopy(id, "ACTIVE");
        return id;
    }

    /** The id of an active institute in this region that has arrived here. */
    public static String activeInstituteIn(String region) {
        var id = anId();
        TopicReader.publish(PUBLIC, "institute.activated", id, in(region, state(id, "ACTIVE", 3)));
        awaitCopy(id, "ACTIVE");
        return id;
    }

    /** Tells that it is in another region now, or has another name, and waits until that has arrived. */
    public static void changed(String id, long version, String region, String name) {
        var state = in(region, state(id, "ACTIVE", version)).replace("\"Institut\"", "\"" + name + "\"");
        TopicReader.publish(PUBLIC, "institute.updated", id, state);
        await().atMost(20, SECONDS)
                .until(() ->
                        copyOf(id).filter(copy -> copy.version() == version).isPresent());
    }

    private static String in(String region, String state) {
        return state.replace("\"MA-03\"", "\"" + region + "\"");
    }

    /** The id of a draft that has arrived here. */
    public static String draftInstitute() {
        var id = anId();
        TopicReader.publish(RESTRICTED, "institute.created", id, state(id, "DRAFT", 1));
        awaitCopy(id, "DRAFT");
        return id;
    }

    public static String anId() {
        return PublicId.random('j');
    }

    /** Tells of the activation and does not wait until it has arrived. */
    public static void activated(String id, long version) {
        TopicReader.publish(PUBLIC, "institute.activated", id, state(id, "ACTIVE", version));
    }

    /** Tells that the one became part of the other, and waits until that has arrived. */
    public static void merged(String id, String successor, long version) {
        var state =
                state(id, "MERGED", version).replace("\"later\"", "\"successorId\": \"" + successor + "\", \"later\"");
        TopicReader.publish(PUBLIC, "institute.merged", id, state);
        awaitCopy(id, "MERGED");
    }

    /** Tells that it was taken back, and waits until that has arrived. */
    public static void restored(String id, long version) {
        TopicReader.publish(PUBLIC, "institute.restored", id, state(id, "ACTIVE", version));
        awaitCopy(id, "ACTIVE");
    }

    public static String state(String id, String status, long version) {
        return String.format(
                Locale.ROOT,
                """
                {"id": "%s", "kind": "INSTITUTE", "status": "%s", "region": "MA-03", "version": %d, "later": {"x": 1},
                 "names": [{"value": "Institut", "lang": "fr", "type": "DISPLAY"}]}
                """,
                id,
                status,
                version);
    }

    public static Optional<InstituteCopy> copyOf(String id) {
        return CDI.current().select(InstituteCopies.class).get().find(List.of(id)).stream()
                .findFirst();
    }

    public static void awaitCopy(String id, String status) {
        await().atMost(20, SECONDS).until(() -> copyOf(id)
                .map(InstituteCopy::status)
                .filter(status::equals)
                .isPresent());
    }
}
