package ma.jazari.platform.file;

import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.WrittenText;

/** Names under which readers save what they download: one line that is no path and reads as it is stored. */
public final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * The name as it is kept.
     *
     * @param parameter that the name came with
     * @throws Problem 400 for what is no file name
     */
    public static String checked(String parameter, String given) {
        var name = WrittenText.of(given);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.invalid(parameter, "must be a file name of 1 to " + LONGEST + " characters");
        }
        if (name.chars().anyMatch(c -> c == '/' || c == '\\') || name.equals(".") || name.equals("..")) {
            throw Problem.invalid(parameter, "must be the name of a file without the path to it");
        }
        if (name.codePoints().anyMatch(FileName::misleads)) {
            throw Problem.invalid(
                    parameter, "must not hold control characters, nor any that reverse the text around them");
        }
        return name;
    }

    /** Controls, ends of lines and halves of characters; and what makes {@code fdp.exe} out of {@code exe.pdf}. */
    private static boolean misleads(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        };
    }
}
