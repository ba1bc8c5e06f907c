package ma.jazari.partnerships.attachment;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import ma.jazari.partnerships.partner.PartnerFixture;
import ma.jazari.platform.test.Tokens;

/** Files, what is said of them, and conventions to attach them to. */
final class AttachmentFixture {

    private static final byte[] END_OF_PDF = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private AttachmentFixture() {}

    /** A PDF of this size, as far as anybody looks at it. */
    static byte[] pdf(int size) {
        var file = new byte[size];
        new Random(size).nextBytes(file);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 9);
        System.arraycopy(END_OF_PDF, 0, file, size - END_OF_PDF.length, END_OF_PDF.length);
        return file;
    }

    /** A file that begins like this and goes on with nothing in particular. */
    static byte[] beginningWith(String hex) {
        var beginning = HexFormat.of().parseHex(hex);
        return Arrays.copyOf(beginning, beginning.length + 100);
    }

    static AttachmentMeta meta(String name, AttachmentType type) {
        return new AttachmentMeta(
                name,
                type,
                AttachmentVisibility.PUBLIC,
                AttachmentPurpose.ANNEX,
                Instant.parse("2026-11-24T12:00:00.123456789Z"),
                new Uploader("PARTNER:p5m2c0066", "sub-of-amina", "Amina"));
    }

    /** The id of a convention that was drafted. */
    static String convention() {
        var one = PartnerFixture.activePartner("Partie annexante");
        var other = PartnerFixture.activePartner("Autre partie");
        return as(Tokens.partner(one))
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"titles": [{"value": "Convention à annexes", "lang": "fr"}], "kind": "FRAMEWORK",
                         "domains": ["RESEARCH"],
                         "parties": [{"party": {"type": "PARTNER", "id": "%s"}, "roles": ["PARTY", "SIGNATORY"]},
                                     {"party": {"type": "PARTNER", "id": "%s"}, "roles": ["PARTY", "SIGNATORY"]}]}
                        """
                                .formatted(one, other))
                .post("/v1/conventions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
