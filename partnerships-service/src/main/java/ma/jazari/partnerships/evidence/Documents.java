package ma.jazari.partnerships.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jazari.partnerships.convention.RevisionResponse;

/** What a bundle says of itself to people, and the program that verifies it. */
@ApplicationScoped
class Documents {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private static final String INSIDERS = "the parties, and those who see everything";
    private static final String PUBLIC = "everybody";
    private static final String FOR_INSIDERS_ALONE =
            """
            **This bundle is not for everybody.** It names the persons who approved and signed, has contacts and private \
            files, and what else is not public of the history. Fetched without a token, it has none of that, and verifies \
            the same way.""";
    private static final String LEFT_OUT =
            """
            What is not public is left out: the persons who approved and signed, contacts, private files, and the changes of \
            the time when the convention was not public.""";

    private final String readme = read("README.md");
    private final String verification = read("verify.py");

    String verification() {
        return verification;
    }

    String readme(Evidence evidence, Versions history) {
        var revision = evidence.revision();
        var said = Map.ofEntries(
                Map.entry("code", evidence.convention().code()),
                Map.entry("title", evidence.convention().displayTitle()),
                Map.entry("conventionId", evidence.convention().id()),
                Map.entry("version", String.valueOf(evidence.convention().version())),
                Map.entry("revision", String.valueOf(revision.revision())),
                Map.entry("state", revision.state().name()),
                Map.entry("inForce", inForce(revision)),
                Map.entry("digest", revision.digest().value()),
                Map.entry("generatedAt", evidence.generatedAt().toString()),
                Map.entry("audience", evidence.insider() ? INSIDERS : PUBLIC),
                Map.entry("history", history(history, evidence.convention().version())),
                Map.entry("private", evidence.insider() ? FOR_INSIDERS_ALONE : LEFT_OUT));
        return PLACE.matcher(readme)
                .replaceAll(place -> Matcher.quoteReplacement(said.getOrDefault(place.group(1), place.group())));
    }

    private static String inForce(RevisionResponse revision) {
        if (revision.inForceFrom() == null) {
            return "never, or not yet";
        }
        return "from " + revision.inForceFrom()
                + (revision.inForceTo() == null ? "" : "; replaced or ended on " + revision.inForceTo());
    }

    private static String history(Versions history, long version) {
        if (history.complete()) {
            return "complete: all " + version + " versions";
        }
        return history.count() + " of " + version + " versions, those that are visible to whom the bundle was made for";
    }

    private static String read(String name) {
        try (var file = Documents.class.getResourceAsStream("/evidence/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
