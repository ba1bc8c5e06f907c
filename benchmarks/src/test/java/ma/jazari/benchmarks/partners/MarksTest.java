package ma.jazari.benchmarks.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import ma.jazari.benchmarks.report.Line;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void tell_the_right_choice_from_the_wrong_one_and_from_none() {
        var marks = new Marks();
        marks.add(new Labelled("name", "A", Optional.of("a")), Optional.of("a"));
        marks.add(new Labelled("name", "B", Optional.of("b")), Optional.of("a"));
        marks.add(new Labelled("name", "C", Optional.of("c")), Optional.empty());
        marks.add(new Labelled("name", "D", Optional.of("d")), Optional.of("d"));
        marks.add(new Labelled("nobody", "E", Optional.empty()), Optional.empty());
        marks.add(new Labelled("nobody", "F", Optional.empty()), Optional.of("a"));

        assertThat(marks.lines())
                .extracting(Line::measure, Line::metric, Line::figure)
                .contains(
                        tuple("name", "precision", 200 / 3.0),
                        tuple("name", "recall", 50.0),
                        tuple("name", "no choice", 25.0),
                        tuple("nobody", "no choice", 50.0),
                        tuple("all", "precision", 50.0),
                        tuple("all", "recall", 50.0));
    }
}
