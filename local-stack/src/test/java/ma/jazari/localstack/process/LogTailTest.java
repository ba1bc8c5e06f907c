package ma.jazari.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private final Path log;

    LogTailTest(@TempDir Path directory) {
        log = directory.resolve("log");
    }

    @Test
    void takes_the_last_lines() throws IOException {
        Files.writeString(log, "one\ntwo\nthree\n");

        assertThat(LogTail.lastLines(log, 2)).containsExactly("two", "three");
    }

    @Test
    void cuts_lines_that_would_fill_the_screen() throws IOException {
        Files.writeString(log, "x".repeat(1_000));

        assertThat(LogTail.of(log)).hasSizeLessThan(300).endsWith("…");
    }

    @Test
    void is_empty_without_a_log() {
        assertThat(LogTail.lastLines(log, 2)).isEqualTo(List.of());
    }
}
