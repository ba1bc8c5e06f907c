package ma.jazari.gateway.route;

import java.util.Set;

/** What a request is about, as far as its limits and its time-outs depend on it. */
public enum RequestKind {
    /** What explains the registry: the description, its reader, pages of problems. */
    PAGE,
    READ,
    WRITE,
    /** Records in bulk into the registry. */
    IMPORT,
    /** Records in bulk out of it. */
    EXPORT;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    // They take their question in a body and store nothing.
    private static final Set<String> QUESTIONS = Set.of("match", "validate");

    public static RequestKind of(String method, RequestPath path) {
        if (!path.segments().getFirst().equals("v1")) {
            return PAGE;
        }
        if (SAFE.contains(method)) {
            return path.endsIn("export") ? EXPORT : READ;
        }
        if (path.endsIn("import")) {
            return IMPORT;
        }
        return method.equals("POST") && QUESTIONS.stream().anyMatch(path::endsIn) ? READ : WRITE;
    }
}
