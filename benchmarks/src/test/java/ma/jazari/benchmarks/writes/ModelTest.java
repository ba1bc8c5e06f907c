package ma.jazari.benchmarks.writes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void makes_ids_that_are_well_formed_and_all_different() {
        var ids = IntStream.range(0, 100_000).mapToObj(Model::idOf).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("j[0-9a-hjkmnp-tv-z]{6}[0-9]{2}"));
    }

    @Test
    void copies_rows_under_another_id_and_another_number() {
        var model = new Model("j4k7xq236", "ab12000001");

        assertThat(model.copied("{\"id\": \"j4k7xq236\", \"name\": \"Banc ab12000001\"}", "jaaaaaa00", "0000000002"))
                .isEqualTo("{\"id\": \"jaaaaaa00\", \"name\": \"Banc 0000000002\"}");
        assertThat(model.copied(null, "jaaaaaa00", "0000000002")).isNull();
    }
}
