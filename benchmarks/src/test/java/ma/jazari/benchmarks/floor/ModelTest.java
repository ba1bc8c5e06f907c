package ma.jazari.benchmarks.floor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void copies_rows_under_another_id_and_another_number() {
        var model = Model.institute("j4k7xq236", "ab12000001");
        var copy = new Copy("jaaaaaa00", "0000000002");

        assertThat(model.copied("{\"id\": \"j4k7xq236\", \"name\": \"Banc ab12000001\"}", copy))
                .isEqualTo("{\"id\": \"jaaaaaa00\", \"name\": \"Banc 0000000002\"}");
        assertThat(model.copied(null, copy)).isNull();
    }
}
