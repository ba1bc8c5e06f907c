package ma.jazari.partnerships.sealing;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the configuration by their ids, the one that seals first. */
final class SealingKeys {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int BYTES = 32;
    private static final String HOW =
            "jazari.sealing.keys takes id:key, where the key is what openssl rand -base64 32 prints";

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    /** @throws IllegalStateException that says what to configure, and shows no key */
    SealingKeys(List<String> written) {
        if (written.isEmpty()) {
            throw new IllegalStateException("There is no key that secrets are sealed with. " + HOW + ".");
        }
        for (int i = 0; i < written.size(); i++) {
            add(written.get(i).strip(), i + 1);
        }
    }

    private void add(String written, int number) {
        int colon = written.indexOf(':');
        var id = written.substring(0, Math.max(0, colon));
        var key = key(written.substring(colon + 1));
        if (!ID.matcher(id).matches() || key.isEmpty()) {
            throw new IllegalStateException("The key that stands at place " + number + " is none. " + HOW + ".");
        }
        if (keys.putIfAbsent(id, key.get()) != null) {
            throw new IllegalStateException("jazari.sealing.keys has two keys with the id " + id + ".");
        }
    }

    private static Optional<SecretKey> key(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return bytes.length == BYTES ? Optional.of(new SecretKeySpec(bytes, "AES")) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The id of the key that seals. */
    String current() {
        return keys.keySet().iterator().next();
    }

    /** @throws IllegalStateException for one that the configuration does not have */
    SecretKey get(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("Something was sealed with the key " + id
                    + ", which jazari.sealing.keys does not have. Add it after the first one.");
        }
        return key;
    }
}
