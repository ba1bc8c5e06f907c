package ma.jazari.gateway.route;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ma.jazari.platform.problem.Problem;

/**
 * The path of a request, exactly as it was sent. Only a path that reads the same to everybody is accepted: nothing in
 * it may mean another path to the part behind the gateway than the one that was decided on.
 *
 * @param raw as it is forwarded
 * @param segments between the slashes
 */
public record RequestPath(String raw, List<String> segments) {

    // Of RFC 3986's path characters without ";": servers disagree about what it cuts off.
    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*+");
    // Encoded dot, slash, backslash, percent sign, semicolon and control characters.
    private static final Pattern MISLEADING = Pattern.compile("%(?:2[eEfF5]|5[cC]|3[bB]|[01][0-9a-fA-F]|7[fF])");

    public RequestPath {
        segments = List.copyOf(segments);
    }

    /** @throws Problem 400 for a path that is not plain */
    public static RequestPath parse(String raw) {
        if (!raw.startsWith("/")) {
            throw notPlain("it does not begin with a slash");
        }
        var segments = Arrays.asList(raw.substring(1).split("/", -1));
        for (int i = 0; i < segments.size(); i++) {
            check(segments.get(i), i == segments.size() - 1);
        }
        return new RequestPath(raw, segments);
    }

    private static void check(String segment, boolean last) {
        if (segment.isEmpty() && !last) {
            throw notPlain("it has an empty segment");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw notPlain("it has a segment of dots");
        }
        if (!PLAIN.matcher(segment).matches() || MISLEADING.matcher(segment).find()) {
            throw notPlain("it has a character that a path of the registry does not have");
        }
    }

    /** Whether the path is this one or below it, by whole segments; {@code *} is one segment, whatever it is. */
    public boolean isWithin(List<String> prefix) {
        return segments.size() >= prefix.size()
                && IntStream.range(0, prefix.size()).allMatch(i -> fits(prefix.get(i), segments.get(i)));
    }

    private static boolean fits(String wanted, String segment) {
        return wanted.equals("*") || wanted.equals(segment);
    }

    public boolean endsIn(String segment) {
        return segments.getLast().equals(segment);
    }

    private static Problem notPlain(String why) {
        return Problem.invalid("path", "is not accepted: " + why);
    }
}
