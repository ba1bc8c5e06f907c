package ma.jazari.platform.test.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.erdtman.jcs.JsonCanonicalizer;

/** Verifies a bundle by what its README says, without the code that made it. */
public final class EvidenceCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bundle bundle;
    private final List<String> faults = new ArrayList<>();

    private EvidenceCheck(Bundle bundle) {
        this.bundle = bundle;
    }

    /** All that does not hold. */
    public static List<String> faults(Bundle bundle) {
        var check = new EvidenceCheck(bundle);
        try {
            check.files();
            check.text();
            check.signatures();
            check.history();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            check.faults.add("it cannot be read: " + e);
        }
        return check.faults;
    }

    private void files() throws IOException {
        var listed = new HashSet<String>();
        for (var file : bundle.manifest().get("files")) {
            var name = file.get("name").asText();
            listed.add(name);
            expect(file.get("size").asLong() == bundle.bytes(name).length, name + " has another size");
            expect(file.get("sha256").asText().equals(Bundle.sha256(bundle.bytes(name))), name + " has another digest");
        }
        listed.add("manifest.json");
        expect(listed.equals(bundle.files().keySet()), "the manifest lists other files");
    }

    private void text() throws IOException {
        var digest = bundle.manifest().at("/digest/value").asText();
        expect(Bundle.sha256(bundle.bytes("canonical-form.json")).equals(digest), "the text has another digest");
        expect(bundle.text("digest.txt").startsWith(digest + " "), "digest.txt names another digest");
        expect(
                new JsonCanonicalizer(bundle.text("canonical-form.json"))
                        .getEncodedString()
                        .equals(bundle.text("canonical-form.json")),
                "the text is not canonical");
        for (var name : List.of("approvals.json", "signatures.json")) {
            for (var act : bundle.json(name)) {
                expect(act.get("digest").asText().equals(digest), name + " means another digest");
            }
        }
    }

    private void signatures() throws IOException, GeneralSecurityException {
        for (var listed : bundle.manifest().get("signatures")) {
            signature(listed);
        }
    }

    private void signature(JsonNode listed) throws IOException, GeneralSecurityException {
        var parts = bundle.text(listed.get("file").asText()).split("\\.", -1);
        expect(parts.length == 3 && parts[1].isEmpty(), "a signature is not detached");
        var header = JSON.readTree(decode(parts[0]));
        var key = key(listed, header.get("kid").asText());
        var algorithm = header.get("alg").asText();
        expect(algorithm.equals(key.get("alg").asText()), "a signature is by another algorithm than its key");
        var signature = Signature.getInstance(
                switch (algorithm) {
                    case "ES256" -> "SHA256withECDSAinP1363Format";
                    case "EdDSA" -> "Ed25519";
                    case "PS256" -> "RSASSA-PSS";
                    default -> throw new GeneralSecurityException(algorithm);
                });
        if (algorithm.equals("PS256")) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initVerify(publicKey(
                bundle.text(listed.get("key").asText()), key.get("kty").asText()));
        signature.update(signingInput(parts[0], header));
        expect(signature.verify(decode(parts[2])), "a signature does not verify");
    }

    private JsonNode key(JsonNode listed, String kid) throws IOException {
        var signedAt = Instant.EPOCH;
        for (var signature : bundle.json("signatures.json")) {
            if (signature.get("party").equals(listed.get("party"))) {
                signedAt = Instant.parse(signature.get("at").asText());
            }
        }
        for (var key : bundle.json(listed.get("keyHistory").asText()).get("keys")) {
            if (key.get("kid").asText().equals(kid)) {
                var from = Instant.parse(key.get("validFrom").asText());
                boolean over = key.has("validTo")
                        && !signedAt.isBefore(Instant.parse(key.get("validTo").asText()));
                expect(!signedAt.isBefore(from) && !over, "a key was not valid");
                return key;
            }
        }
        throw new IOException("there is no key " + kid);
    }

    private byte[] signingInput(String header, JsonNode said) throws IOException {
        var input = new ByteArrayOutputStream();
        input.write((header + ".").getBytes(StandardCharsets.US_ASCII));
        var text = bundle.bytes("canonical-form.json");
        input.write(
                said.path("b64").asBoolean(true)
                        ? Base64.getUrlEncoder().withoutPadding().encode(text)
                        : text);
        return input.toByteArray();
    }

    private static PublicKey publicKey(String pem, String type) throws GeneralSecurityException {
        var base64 = pem.replaceAll("-----[A-Z ]+-----|\\n", "");
        var spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
        return KeyFactory.getInstance(type.equals("OKP") ? "Ed25519" : type).generatePublic(spec);
    }

    private byte[] decode(String base64) {
        var bytes = Base64.getUrlDecoder().decode(base64);
        expect(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64),
                "there is another way to write " + base64);
        return bytes;
    }

    private void history() throws IOException {
        var lines = bundle.text("history.ndjson").lines().toList();
        expect(lines.size() == bundle.manifest().at("/history/count").asInt(), "the history has other versions");
        long version = 0;
        var hash = "";
        for (var line : lines) {
            var item = (ObjectNode) JSON.readTree(line);
            var claimed = Objects.requireNonNull(item.remove("hash")).asText();
            var hidden = item.remove("privateChanges");
            expect(claimed.equals(sha256(item)), "a version has another hash");
            expect(
                    hidden == null
                            || sha256(hidden)
                                    .equals(item.path("privateChangesDigest").asText()),
                    "private changes have another digest");
            long next = item.get("version").asLong();
            expect(next > version, "the versions are in another order");
            expect(
                    next != version + 1 || hash.equals(item.path("previousHash").asText()),
                    "a version does not follow the one before");
            version = next;
            hash = claimed;
        }
    }

    private static String sha256(JsonNode json) throws IOException {
        var canonical = new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedString();
        return Bundle.sha256(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
