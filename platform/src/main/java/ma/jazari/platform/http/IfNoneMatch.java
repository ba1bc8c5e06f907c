package ma.jazari.platform.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The If-None-Match header (RFC 9110, 13.1.2). */
public final class IfNoneMatch {

    private IfNoneMatch() {}

    /** Whether the header names the tag, by weak comparison: its sender has what would be answered. */
    public static boolean names(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::trim)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
