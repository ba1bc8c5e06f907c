package ma.jazari.platform.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class BodyTest {

    private static final Body.Bounds SMALL = new Body.Bounds(1_000, 100);
    private static final Body.Bounds DENSE = new Body.Bounds(1_000_000_000, 100);

    @Test
    void reads_the_first_file_of_a_zip_that_is_wanted() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("dump/readme.txt", "read me".getBytes(UTF_8));
        files.put("dump/records.json", "[1]".getBytes(UTF_8));
        files.put("dump/other.json", "[2]".getBytes(UTF_8));

        var body = Body.zip(zip(files), SMALL, BodyTest::isJson);

        assertThat(body.readAllBytes()).isEqualTo("[1]".getBytes(UTF_8));
        body.discardRest();
    }

    @Test
    void refuses_a_zip_without_a_file_that_is_wanted_and_what_is_none() {
        for (var none : new InputStream[] {
            zip(Map.of("a.txt", new byte[1])), zip(Map.of()), new ByteArrayInputStream("[]".getBytes(UTF_8))
        }) {
            assertThatThrownBy(() -> Body.zip(none, SMALL, BodyTest::isJson))
                    .isInstanceOf(BodyRefused.class)
                    .hasMessageContaining("holds no file");
        }
    }

    @Test
    void refuses_a_zip_that_ends_early() throws IOException {
        var whole = zip(Map.of("a.json", random(800))).readAllBytes();
        var half = new ByteArrayInputStream(Arrays.copyOf(whole, 400));

        assertThatThrownBy(() -> Body.zip(half, SMALL, BodyTest::isJson).readAllBytes())
                .isInstanceOf(BodyRefused.class)
                .hasMessageContaining("ends early");
    }

    @Test
    void counts_what_it_passes_over_in_a_zip() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("large.txt", new byte[2_000]);
        files.put("a.json", new byte[1]);

        assertThatThrownBy(() -> Body.zip(zip(files), SMALL, BodyTest::isJson))
                .isInstanceOf(BodyRefused.class)
                .hasMessageContaining("larger than 1,000 bytes");
    }

    @Test
    void refuses_what_becomes_too_large_or_too_many_times_as_large() throws IOException {
        var bomb = new byte[20_000_000];

        for (var body :
                new Body[] {Body.zip(zip(Map.of("a.json", bomb)), DENSE, BodyTest::isJson), Body.gzip(gzip(bomb), DENSE)
                }) {
            assertThatThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(BodyRefused.class)
                    .hasMessageContaining("100 times");
            assertThat(body.count()).isLessThan(11_000_000);
        }
        var honest = Body.gzip(gzip(random(11_000_000)), DENSE);
        assertThat(honest.transferTo(OutputStream.nullOutputStream())).isEqualTo(11_000_000);
    }

    private static boolean isJson(String name) {
        return name.endsWith(".json");
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static InputStream gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static InputStream zip(Map<String, byte[]> files) {
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
        return new ByteArrayInputStream(out.toByteArray());
    }
}
