package ma.jazari.benchmarks.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import ma.jazari.benchmarks.BenchmarkException;
import org.junit.jupiter.api.Test;

class ReadPageTest {

    @Test
    void knows_how_many_changes_there_are_and_where_to_go_on() {
        var page = read(
                """
                {"items": [{"cursor": "a", "data": {"nextCursor": "not this", "items": [1, 2, 3]}}, {"cursor": "b"}],
                 "nextCursor": "b", "resumeCursor": "b", "closedThrough": 7}
                """);

        assertThat(page).isEqualTo(new ReadPage(2, "b", "b"));
    }

    @Test
    void has_no_next_page_at_the_end() {
        assertThat(read("{\"items\": [], \"resumeCursor\": \"z\"}")).isEqualTo(new ReadPage(0, null, "z"));
    }

    @Test
    void refuses_what_is_no_json() {
        assertThatThrownBy(() -> read("{\"items\": [<html>")).isInstanceOf(BenchmarkException.class);
    }

    private static ReadPage read(String json) {
        return ReadPage.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
