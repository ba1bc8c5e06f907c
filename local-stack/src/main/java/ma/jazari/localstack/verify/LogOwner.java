package ma.jazari.localstack.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service that keeps a log which can be checked. */
public enum LogOwner {
    INSTITUTES("/v1/institutes/integrity"),
    PARTNERSHIPS("/v1/partners/integrity"),
    EVENTS("/v1/program-events/integrity");

    private final String path;

    LogOwner(String path) {
        this.path = path;
    }

    /** Where the gateway has its check. */
    String path() {
        return path;
    }

    /** Its name on the command line, such as {@code institutes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LogOwner> of(String word) {
        return Arrays.stream(values())
                .filter(owner -> owner.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(LogOwner::word).toList();
    }
}
