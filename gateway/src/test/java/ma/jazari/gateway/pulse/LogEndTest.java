package ma.jazari.gateway.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogEndTest {

    private final List<Promise<Buffer>> questions = new ArrayList<>();
    private long nanos;
    private final LogEnd end = new LogEnd(this::ask, () -> nanos);

    @Test
    void is_as_old_as_the_question_not_as_the_answer() {
        end.ask();
        nanos = 1_000;
        questions.getFirst().complete(Buffer.buffer("17\n"));

        assertThat(end.known(Duration.ofNanos(1_000))).hasValue(17);
        assertThat(end.known(Duration.ofNanos(999))).isEmpty();
    }

    @Test
    void is_asked_for_once_by_all_who_want_to_know_at_the_same_time() {
        var first = end.ask();
        var second = end.ask();
        questions.getFirst().complete(Buffer.buffer("17"));

        assertThat(questions).hasSize(1);
        assertThat(first.result()).isEqualTo(second.result()).isEqualTo(17);

        end.ask();
        assertThat(questions).hasSize(2);
    }

    @Test
    void is_not_younger_for_a_question_that_failed() {
        end.ask();
        questions.getFirst().complete(Buffer.buffer("17"));
        nanos = 1_000;

        var failed = end.ask();
        questions.get(1).fail("down");

        assertThat(failed.failed()).isTrue();
        assertThat(end.known(Duration.ofNanos(999))).isEmpty();
    }

    private Future<Buffer> ask() {
        var question = Promise.<Buffer>promise();
        questions.add(question);
        return question.future();
    }
}
