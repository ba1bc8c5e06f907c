package ma.jazari.platform.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.text.WrittenText;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: the sort values of the last row of the page before. Opaque to clients, and bound to the filters
 * and the sort of its list.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** The cursor after a row with these sort values, in a list with this binding (its path, filters and sort). */
    public static String after(String binding, List<String> values) {
        var text = fingerprint(binding) + SEPARATOR + String.join(SEPARATOR, values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The sort values that the cursor holds; empty for no cursor.
     *
     * @throws Problem 400 if it is not a cursor of this list
     */
    public static List<String> values(@Nullable String cursor, String binding, int count) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        var parts = decode(cursor).split(SEPARATOR, -1);
        if (parts.length != count + 1
                || !parts[0].equals(fingerprint(binding))
                || Arrays.stream(parts).anyMatch(WrittenText::hasControl)) {
            throw foreign();
        }
        return Arrays.asList(parts).subList(1, parts.length);
    }

    /**
     * Reads what a cursor holds.
     *
     * @throws Problem 400 if it is not of the type that the list sorts by
     */
    public static void reading(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw foreign();
        }
    }

    /**
     * An instant that a cursor holds.
     *
     * @throws DateTimeException if it is none that a database keeps
     */
    public static Instant instant(String text) {
        return AsOf.checked(Instant.parse(text));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static String fingerprint(String binding) {
        var crc = new CRC32();
        crc.update(binding.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static Problem foreign() {
        return Problem.of(
                ProblemType.INVALID_CURSOR,
                "The cursor was not made for this list with these filters. Start again without it.");
    }
}
