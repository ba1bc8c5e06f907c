package ma.jazari.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class FileUsageTest {

    @Test
    void has_room_for_fifty_files() {
        assertThatCode(() -> new FileUsage(49, 0).checkOneMore(FileFixture.WORDS))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Problem.class, () -> new FileUsage(50, 0).checkOneMore(FileFixture.WORDS))
                        .type())
                .isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void has_room_for_two_hundred_megabytes() {
        assertThatCode(() -> new FileUsage(1, 209_715_100).checkMore(100, FileFixture.WORDS))
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        Problem.class, () -> new FileUsage(1, 209_715_100).checkMore(101, FileFixture.WORDS)))
                .hasMessageContaining("209,715,200")
                .hasMessageContaining("209,715,201");
    }
}
