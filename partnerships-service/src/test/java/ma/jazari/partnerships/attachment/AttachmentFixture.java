package ma.jazari.partnerships.attachment;

import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import java.time.Instant;
import ma.jazari.partnerships.partner.PartnerFixture;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.test.SampleFiles;
import ma.jazari.platform.test.Tokens;

/** Files, what is said of them, and conventions to attach them to. */
final class AttachmentFixture {

    private AttachmentFixture() {}

    /** A PDF of this size, as far as anybody looks at it. */
    static byte[] pdf(int size) {
        return SampleFiles.pdf(size);
    }

    static AttachmentMeta meta(String name, FileType type) {
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
