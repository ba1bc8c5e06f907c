package ma.jazari.platform.test.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** An evidence bundle as somebody has unpacked it, by name in the order of the zip. */
public record Bundle(Map<String, byte[]> files) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "manifest.json";

    public static Bundle of(byte[] zip) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            var files = new LinkedHashMap<String, byte[]>();
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
            return new Bundle(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    public byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    public JsonNode json(String name) throws IOException {
        return JSON.readTree(bytes(name));
    }

    public JsonNode manifest() throws IOException {
        return json(MANIFEST);
    }

    /** The same with another file in place of one. */
    public Bundle with(String name, byte[] bytes) {
        var changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return new Bundle(changed);
    }

    /** The same by somebody who knows that there is a manifest. */
    public Bundle withManifested(String name, byte[] bytes) throws IOException {
        var manifest = manifest();
        for (var file : manifest.get("files")) {
            if (file.get("name").asText().equals(name)) {
                ((ObjectNode) file).put("size", bytes.length).put("sha256", sha256(bytes));
            }
        }
        return with(name, bytes).with(MANIFEST, JSON.writeValueAsBytes(manifest));
    }

    /** The bytes of a file with one bit of one of them turned. */
    public byte[] flipped(String name, int place) {
        var flipped = bytes(name).clone();
        flipped[place] ^= 1;
        return flipped;
    }

    public Path unpack(Path folder) throws IOException {
        for (var name : names()) {
            var file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes(name));
        }
        return folder;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
