package ma.jazari.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedVersionTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void is_required(@Nullable String header) {
        assertThat(catchThrowableOfType(Problem.class, () -> ExpectedVersion.of(header))
                        .type())
                .isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3-0123abcd\"", "\"3\"", "*", "\"1-aa\", \"3-bb\""})
    void accepts_the_current_version_whatever_its_rendering(String header) {
        assertThatCode(() -> ExpectedVersion.of(header).check(3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2-0123abcd\"", "W/\"3-0123abcd\"", "3", "garbage", "\"33-00\""})
    void refuses_stale_weak_and_foreign_tags(String header) {
        assertThat(catchThrowableOfType(
                                Problem.class, () -> ExpectedVersion.of(header).check(3))
                        .type())
                .isEqualTo(ProblemType.PRECONDITION_FAILED);
    }
}
