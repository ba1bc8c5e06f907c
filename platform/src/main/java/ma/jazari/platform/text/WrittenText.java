package ma.jazari.platform.text;

import java.text.Normalizer;

/** Text as clients write it and records keep it. */
public final class WrittenText {

    private WrittenText() {}

    /** As it is kept: in Unicode's composed form, without white space around it. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Whether it holds a control character, tabs and line ends among them: no name, id or value of a list does. */
    public static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
