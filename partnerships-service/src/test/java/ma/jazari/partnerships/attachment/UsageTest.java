package ma.jazari.partnerships.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void has_room_for_fifty_attachments() {
        assertThatCode(() -> new Usage(49, 0).checkOneMore()).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Problem.class, () -> new Usage(50, 0).checkOneMore())
                        .type())
                .isEqualTo(ProblemType.CONFLICT);
    }

    @Test
    void has_room_for_two_hundred_megabytes() {
        assertThatCode(() -> new Usage(1, 209_715_100).checkMore(100)).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Problem.class, () -> new Usage(1, 209_715_100).checkMore(101)))
                .hasMessageContaining("209,715,200")
                .hasMessageContaining("209,715,201");
    }
}
