package ma.jazari.gateway.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptPartTest {

    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");

    private Instant now = START;
    private final List<Promise<String>> questions = new ArrayList<>();
    private final KeptPart<String> part = new KeptPart<>(this::ask, Duration.ofSeconds(5), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void lets_all_who_come_at_once_wait_for_one_question() {
        var first = part.get();
        var second = part.get();

        questions.getFirst().complete("a");

        assertThat(questions).hasSize(1);
        assertThat(first.result()).isEqualTo(second.result()).isEqualTo(new KeptPart.Seen<>("a", START, true));
    }

    @Test
    void asks_again_only_when_the_bound_is_over() {
        part.get();
        questions.getFirst().complete("a");

        later(4_999);
        assertThat(part.get().result().value()).isEqualTo("a");
        assertThat(questions).hasSize(1);

        later(1);
        part.get();
        assertThat(questions).hasSize(2);
    }

    @Test
    void keeps_what_was_good_with_its_moment_and_asks_a_failing_service_no_more_often() {
        part.get();
        questions.getFirst().complete("a");
        later(5_000);

        var lost = part.get();
        questions.get(1).fail("down");
        later(4_000);

        assertThat(lost.result()).isEqualTo(new KeptPart.Seen<>("a", START, false));
        assertThat(part.get().result().isStale()).isTrue();
        assertThat(questions).hasSize(2);
    }

    @Test
    void has_nothing_where_there_never_was_anything() {
        var never = part.get();
        questions.getFirst().fail("down");

        assertThat(never.result().value()).isNull();
        assertThat(never.result().isStale()).isFalse();
    }

    private Future<String> ask() {
        var question = Promise.<String>promise();
        questions.add(question);
        return question.future();
    }

    private void later(long millis) {
        now = now.plusMillis(millis);
    }
}
