package ma.jazari.platform.file;

/**
 * What files are called where they are refused.
 *
 * @param one with its article, such as {@code a file}
 * @param many such as {@code files}
 * @param owner what they belong to, with its article, such as {@code a convention}
 */
public record FileWords(String one, String many, String owner) {

    static String atTheBeginning(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
