package ma.jazari.platform.http;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A path of which some segments may be anything, for instance that of the attachments of whichever convention.
 *
 * @param segments between the slashes; {@code *} stands for one segment, whatever it is
 */
record PathPattern(List<String> segments) {

    private static final String ANY = "*";

    PathPattern {
        segments = List.copyOf(segments);
    }

    static PathPattern of(String pattern) {
        return new PathPattern(List.of(pattern.split("/", -1)));
    }

    boolean matches(String path) {
        var given = List.of(path.split("/", -1));
        return given.size() == segments.size()
                && IntStream.range(0, segments.size()).allMatch(i -> matches(segments.get(i), given.get(i)));
    }

    private static boolean matches(String wanted, String given) {
        return wanted.equals(ANY) ? !given.isEmpty() : wanted.equals(given);
    }
}
