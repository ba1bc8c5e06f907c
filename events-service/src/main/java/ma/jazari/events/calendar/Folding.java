package ma.jazari.events.calendar;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Folds content lines at 75 octets (RFC 5545, 3.1), between characters. The library folds at 75 characters, which in
 * Arabic are 150 octets.
 */
final class Folding {

    private static final int OCTETS = 75;
    private static final String LINE_END = "\r\n";

    private Folding() {}

    /** The same text, its lines at most 75 octets long in UTF-8. */
    static String fold(String text) {
        return text.lines().map(Folding::foldLine).collect(Collectors.joining());
    }

    private static String foldLine(String line) {
        var folded = new StringBuilder(line.length() + 8);
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            var character = Character.toString(line.codePointAt(i));
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > OCTETS) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += width;
        }
        return folded.append(LINE_END).toString();
    }
}
