package ma.jazari.benchmarks.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    @Test
    void gives_a_line_over_and_over_up_to_its_size() throws IOException {
        try (var body = new Repeated("abc\n", 10)) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("abc\nabc\nab");
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void goes_on_where_the_last_piece_ended() throws IOException {
        try (var body = new Repeated("abc", 6)) {
            var piece = new byte[4];

            assertThat(body.read(piece, 0, 4)).isEqualTo(4);
            assertThat(new String(piece, StandardCharsets.UTF_8)).isEqualTo("abca");
            assertThat(body.read()).isEqualTo('b');
            assertThat(body.read(piece, 1, 3)).isEqualTo(1);
            assertThat(piece[1]).isEqualTo((byte) 'c');
        }
    }
}
