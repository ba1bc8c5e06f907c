package ma.jazari.partnerships.rorimport;

import static ma.jazari.platform.test.Api.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.test.Tokens;

/** Records of ROR for tests, and files of them. */
public final class RorFixture {

    private static final int SPACE = 1 << 29;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(SPACE));

    private RorFixture() {}

    /** A ROR id that no other record of the test has. */
    public static String rorId() {
        return "https://ror.org/" + PublicId.of('0', NEXT.incrementAndGet());
    }

    /** A record of an active university in Rabat, last changed on the first of the year 2024. */
    public static String record(String rorId, String name) {
        return """
                {"id":"%s","names":[{"value":"%s","types":["ror_display","label"],"lang":null}],"types":["education"],\
                "status":"active","locations":[{"geonames_id":2538475,"geonames_details":{"name":"Rabat","lat":34.01325,\
                "lng":-6.83255,"country_code":"MA"}}],"external_ids":[],"links":[{"type":"website","value":"http://www.example.ma/"}],\
                "domains":[],"relationships":[],"admin":{"last_modified":{"date":"2024-01-01","schema_version":"2.0"}}}"""
                .formatted(rorId, name);
    }

    /** The record as it was changed on this day. */
    public static String on(String date, String record) {
        return record.replace("2024-01-01", date);
    }

    /** Some real records of Moroccan organisations. */
    static byte[] morocco() {
        try (var in = RorFixture.class.getResourceAsStream("/ror/morocco.ndjson")) {
            return Objects.requireNonNull(in, "a resource").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports the records, one a line. */
    public static Response importLines(String... records) {
        return importFile(RorFile.NDJSON_TYPE, String.join("\n", records).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Response importFile(String type, byte[] file, Map<String, String> query) {
        return importFile(Tokens.networkAdmin(), type, "identity", file, query);
    }

    static Response importFile(String token, String type, String encoding, byte[] file, Map<String, String> query) {
        var asIs = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return as(token)
                .config(RestAssuredConfig.config()
                        .encoderConfig(asIs.encodeContentTypeAs(RorFile.NDJSON_TYPE, ContentType.BINARY)
                                .encodeContentTypeAs(RorFile.ZIP_TYPE, ContentType.BINARY)
                                .encodeContentTypeAs(RorFile.JSON_TYPE, ContentType.BINARY)))
                .header("Content-Encoding", encoding)
                .header("Content-Type", type)
                .queryParams(query)
                .body(file)
                .post("/v1/partners/import");
    }

    static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @param files by name, in their order */
    static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
