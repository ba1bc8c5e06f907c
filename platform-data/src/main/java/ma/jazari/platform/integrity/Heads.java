package ma.jazari.platform.integrity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The digests over the last entries of all records' logs, by the records' type. */
final class Heads {

    private final Map<String, MessageDigest> digests = new TreeMap<>();
    private long count;

    /** Adds the last entry of a record's log; they come ordered by id. */
    void add(Link head) {
        var line = head.subject().id() + " " + head.version() + " " + head.row().hash() + "\n";
        digests.computeIfAbsent(head.subject().type(), type -> sha256()).update(line.getBytes(StandardCharsets.UTF_8));
        count++;
    }

    long count() {
        return count;
    }

    /** The digests; nothing is added afterwards. */
    Map<String, String> digests() {
        return digests.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        digest -> HexFormat.of().formatHex(digest.getValue().digest()),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
