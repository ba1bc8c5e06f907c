package ma.jazari.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.Test;

class RushAnswersTest {

    private static final int PLACES = 3;

    @Test
    void are_right_in_whatever_order_they_came() {
        var answers = rightFor(8);
        Collections.shuffle(answers);

        assertThatCode(() -> new RushAnswers(answers).check(PLACES)).doesNotThrowAnyException();
    }

    @Test
    void are_right_where_there_is_a_place_for_everybody() {
        assertThatCode(() -> new RushAnswers(rightFor(PLACES)).check(PLACES)).doesNotThrowAnyException();
        assertThatCode(() -> new RushAnswers(rightFor(2)).check(PLACES)).doesNotThrowAnyException();
    }

    @Test
    void are_wrong_with_one_confirmed_too_many() {
        var answers = rightFor(8);
        answers.set(PLACES, new Registered("CONFIRMED", 0, PLACES + 1));

        assertIsWrong(answers, "{CONFIRMED=4, WAITING=4} instead of {CONFIRMED=3, WAITING=5}");
    }

    @Test
    void are_wrong_with_a_state_that_nobody_should_have() {
        var answers = rightFor(8);
        answers.set(0, new Registered("PENDING", 0, 1));

        assertIsWrong(answers, "PENDING=1");
    }

    @Test
    void are_wrong_with_two_at_one_position() {
        var answers = rightFor(8);
        answers.set(7, new Registered("WAITING", 4, 8));

        assertIsWrong(answers, "position=4, number=8] where Registered[state=WAITING, position=5, number=8]");
    }

    @Test
    void are_wrong_with_one_number_given_twice() {
        var answers = rightFor(8);
        answers.set(1, new Registered("CONFIRMED", 0, 1));

        assertIsWrong(answers, "number=1] where");
    }

    @Test
    void are_wrong_where_somebody_passed_the_queue() {
        var answers = rightFor(8);
        answers.set(0, new Registered("WAITING", 1, 1));
        answers.set(PLACES, new Registered("CONFIRMED", 0, PLACES + 1));

        assertIsWrong(answers, "where Registered[state=CONFIRMED, position=0, number=1] should be");
    }

    @Test
    void are_read_from_what_the_service_says() throws Exception {
        var json = new ObjectMapper();

        assertThat(Registered.of(json.readTree("{\"state\": \"CONFIRMED\", \"number\": 2}")))
                .isEqualTo(new Registered("CONFIRMED", 0, 2));
        assertThat(Registered.of(json.readTree("{\"state\": \"WAITING\", \"number\": 5, \"position\": 2}")))
                .isEqualTo(new Registered("WAITING", 2, 5));
    }

    private static void assertIsWrong(List<Registered> answers, String how) {
        assertThatThrownBy(() -> new RushAnswers(answers).check(PLACES))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining(how);
    }

    private static List<Registered> rightFor(int clients) {
        return new ArrayList<>(IntStream.rangeClosed(1, clients)
                .mapToObj(
                        n -> n <= PLACES ? new Registered("CONFIRMED", 0, n) : new Registered("WAITING", n - PLACES, n))
                .toList());
    }
}
