package ma.jazari.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {

    @Property
    void reads_what_it_wrote(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long seq) {
        var cursor = new FeedCursor("0a1b2c3d", "institutes-service", seq);

        assertThat(FeedCursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Test
    void is_the_form_that_all_services_agree_on() {
        var cursor = new FeedCursor("0a1b2c3d", "events-service", 1768176000000000L);

        assertThat(cursor.encode()).isEqualTo("MS4wYTFiMmMzZC5ldmVudHMtc2VydmljZS4xNzY4MTc2MDAwMDAwMDAw");
    }

    @Test
    void orders_by_seq_and_then_by_source() {
        var early = new FeedCursor("ffffffff", "partnerships-service", 1);
        var tied = new FeedCursor("00000000", "events-service", 2);
        var late = new FeedCursor("00000000", "institutes-service", 2);

        assertThat(early).isLessThan(tied);
        assertThat(tied).isLessThan(late);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%%%",
                "bm90IGEgY3Vyc29y",
                "Mi4wYTFiMmMzZC5ldmVudHMtc2VydmljZS4x",
                "MS4wYTFiMmMzZC5ldmVudHMtc2VydmljZS4tMQ",
                "MS4wYTFiMmMzZC5ldmVudHMtc2VydmljZS45OTk5OTk5OTk5OTk5OTk5OTk5"
            })
    void refuses_what_it_did_not_write(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FeedCursor.decode(text))
                .matches(problem -> problem.type() == ProblemType.INVALID_CURSOR);
    }
}
