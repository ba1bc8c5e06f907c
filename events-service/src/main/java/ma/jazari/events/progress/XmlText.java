package ma.jazari.events.progress;

/** Text within an XML 1.0 document. */
final class XmlText {

    private XmlText() {}

    /** The text with what would be markup escaped, and without the characters that no document may hold. */
    static String of(String text) {
        var xml = new StringBuilder();
        text.codePoints().filter(XmlText::isAllowed).forEach(c -> append(xml, c));
        return xml.toString();
    }

    private static void append(StringBuilder xml, int c) {
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            default -> xml.appendCodePoint(c);
        }
    }

    /** Production 2 of XML 1.0: no other control characters, no halves of a pair, no U+FFFE and U+FFFF. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
