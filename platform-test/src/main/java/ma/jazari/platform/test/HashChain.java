package ma.jazari.platform.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** Checks a history as the documentation tells its readers to, without the code that made it. */
public final class HashChain {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private HashChain() {}

    /** Whether each item of a {@code /history} page has the hash of its content, and the hash of the one before. */
    public static boolean holds(String page) {
        try {
            String previous = null;
            for (var node : MAPPER.readTree(page).get("items")) {
                var item = (ObjectNode) node;
                var hash = item.remove("hash").asText();
                item.remove("privateChanges");
                boolean linked = previous == null
                        || previous.equals(item.path("previousHash").asText());
                if (!linked || !hash.equals(sha256(new JsonCanonicalizer(item.toString()).getEncodedString()))) {
                    return false;
                }
                previous = hash;
            }
            return previous != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
