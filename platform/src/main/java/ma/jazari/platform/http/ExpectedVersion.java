package ma.jazari.platform.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The version that a change is based on, from If-Match (RFC 9110, 13.1.1). {@code *} accepts any. */
public final class ExpectedVersion {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:-[0-9a-f]+)?\"");

    private final boolean any;
    private final List<Long> versions;

    private ExpectedVersion(boolean any, List<Long> versions) {
        this.any = any;
        this.versions = versions;
    }

    /** @throws Problem 428 without the header */
    public static ExpectedVersion of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send the ETag of the representation that your change is based on as If-Match.");
        }
        if (ifMatch.trim().equals("*")) {
            return new ExpectedVersion(true, List.of());
        }
        var versions = Arrays.stream(ifMatch.split(","))
                .map(String::trim)
                .map(ExpectedVersion::version)
                .flatMap(Optional::stream)
                .toList();
        return new ExpectedVersion(false, versions);
    }

    private static Optional<Long> version(String tag) {
        var matcher = TAG.matcher(tag);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
    }

    /** @throws Problem 412 if the record is at another version */
    public void check(long current) {
        if (!any && !versions.contains(current)) {
            throw Problem.of(
                            ProblemType.PRECONDITION_FAILED,
                            "The record is at version " + current + ", which is not the one that If-Match names.")
                    .with("currentVersion", current);
        }
    }
}
