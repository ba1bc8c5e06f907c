package ma.jazari.partnerships.attachment;

import static ma.jazari.partnerships.attachment.AttachmentFixture.convention;
import static ma.jazari.partnerships.attachment.AttachmentFixture.meta;
import static ma.jazari.partnerships.attachment.AttachmentFixture.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.file.FileBytes;
import ma.jazari.platform.file.FileType;
import ma.jazari.platform.file.Upload;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class AttachmentsTest {

    private static final int CHUNK = FileBytes.CHUNK;

    @Inject
    Attachments attachments;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(ints = {20, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, Upload.MOST_BYTES})
    void gives_back_the_bytes_that_were_stored(int size) throws Exception {
        var file = pdf(size);

        var stored = store(convention(), "annexe.pdf", file);

        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(MessageDigest.isEqual(read(stored.id()), file)).isTrue();
        assertThat(count("attachment_chunk where attachment_id = '" + stored.id() + "'"))
                .isEqualTo((size + CHUNK - 1) / CHUNK);
    }

    @Test
    void keeps_what_is_said_of_it() {
        var convention = convention();

        var stored = store(convention, " annexe 1.pdf", pdf(500));

        assertThat(attachments.find(stored.id())).contains(stored);
        assertThat(stored.name()).isEqualTo("annexe 1.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.conventionId()).isEqualTo(convention);
        assertThat(stored.uploadedAt()).isEqualTo(Instant.parse("2026-11-24T12:00:00.123456Z"));
        assertThat(stored.uploadedBy()).isEqualTo(new Uploader("PARTNER:p5m2c0066", "sub-of-amina", "Amina"));
        assertThat(attachments.find(Uuids.next().toString())).isEmpty();
    }

    @Test
    void lists_those_of_several_conventions_in_their_order() {
        var one = convention();
        var other = convention();
        var first = store(one, "1.pdf", pdf(100));
        var second = store(one, "2.pdf", pdf(100));
        var third = store(other, "3.pdf", pdf(100));

        assertThat(attachments.of(List.of(one))).containsExactly(first, second);
        assertThat(attachments.of(List.of(one, other))).containsExactlyInAnyOrder(first, second, third);
        assertThat(attachments.of(List.of(convention()))).isEmpty();
        assertThat(attachments.of(List.of())).isEmpty();
    }

    @Test
    void keeps_nothing_of_what_is_too_large() {
        var convention = convention();
        var id = Uuids.next();

        var problem = catchThrowableOfType(Problem.class, () -> store(id, convention, pdf(Upload.MOST_BYTES + 1)));

        assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(count("attachment_chunk where attachment_id = '" + id + "'")).isZero();
        assertThat(attachments.of(List.of(convention))).isEmpty();
    }

    @Test
    void keeps_nothing_of_what_breaks_off() {
        var id = Uuids.next();
        var whole = pdf(2 * CHUNK);

        var problem = catchThrowableOfType(
                Problem.class, () -> store(id, convention(), Arrays.copyOf(whole, 2 * CHUNK - 100)));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(count("attachment_chunk where attachment_id = '" + id + "'")).isZero();
    }

    @Test
    void takes_a_body_that_comes_in_small_pieces() throws IOException {
        var file = pdf(CHUNK + 10);
        var pieces = new SequenceInputStream(
                new ByteArrayInputStream(file, 0, 5), new ByteArrayInputStream(file, 5, file.length - 5));

        try (var upload = Upload.receive(FileType.PDF, Attachments.WORDS, pieces);
                var body = upload.open()) {
            assertThat(body.readAllBytes()).isEqualTo(file);
        }
    }

    @Test
    void has_at_most_fifty_of_a_convention() {
        var convention = convention();
        for (int i = 0; i < 50; i++) {
            store(convention, i + ".pdf", pdf(30));
        }

        assertThat(catchThrowableOfType(Problem.class, () -> store(convention, "51.pdf", pdf(30)))
                        .type())
                .isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void has_at_most_two_hundred_megabytes_of_a_convention() {
        var convention = convention();
        var large = pdf(Upload.MOST_BYTES);
        for (int i = 0; i < 10; i++) {
            store(convention, i + ".pdf", large);
        }

        assertThat(catchThrowableOfType(Problem.class, () -> store(convention, "more.pdf", pdf(30)))
                        .type())
                .isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void belongs_to_a_convention_that_there_is() {
        assertThat(catchThrowableOfType(Problem.class, () -> store(Uuids.next().toString(), "x.pdf", pdf(30)))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void never_changes_in_the_database() {
        var id = store(convention(), "x.pdf", pdf(30)).id();
        var where = " where id = '" + id + "'";
        var chunks = " where attachment_id = '" + id + "'";

        for (var sql : List.of(
                "update attachment set name = 'y.pdf'" + where,
                "delete from attachment" + where,
                "truncate attachment cascade",
                "update attachment_chunk set bytes = 'x'" + chunks,
                "delete from attachment_chunk" + chunks,
                "truncate attachment_chunk")) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("an attachment never changes");
        }
        assertThatThrownBy(() -> execute("insert into attachment_chunk values ('" + id + "', 1, 'x')"))
                .hasMessageContaining("is complete");
    }

    @Test
    void is_whole_in_the_database_or_not_there() {
        var convention = convention();
        var stored = store(convention, "x.pdf", pdf(30));
        var copy =
                "insert into attachment select '%s', convention_id, name, media_type, size, digest, visibility, purpose,"
                        + " uploaded_at, uploaded_party, uploaded_by_sub, uploaded_by_name from attachment where id = '"
                        + stored.id() + "'";

        assertThatThrownBy(() -> execute(copy.formatted(Uuids.next())))
                .hasMessageContaining("are not as many bytes as it has");
        assertThatThrownBy(() -> execute("insert into attachment_chunk values ('" + Uuids.next() + "', 0, 'x')"))
                .hasMessageContaining("foreign key");
    }

    private Attachment store(String convention, String name, byte[] file) {
        return store(Uuids.next(), convention, name, file);
    }

    private Attachment store(UUID id, String convention, byte[] file) {
        return store(id, convention, "x.pdf", file);
    }

    private Attachment store(UUID id, String convention, String name, byte[] file) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        attachments.store(id, convention, meta(name, FileType.PDF), new ByteArrayInputStream(file)));
    }

    private byte[] read(String id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        attachments.write(id, bytes);
        return bytes.toByteArray();
    }

    private int count(String from) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
