package ma.jazari.partnerships.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsCsvTest {

    @Test
    void quotes_what_would_end_a_cell_or_a_row() {
        assertThat(StatisticsCsv.cell("IN_FORCE")).isEqualTo("IN_FORCE");
        assertThat(StatisticsCsv.cell("a, b")).isEqualTo("\"a, b\"");
        assertThat(StatisticsCsv.cell("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(StatisticsCsv.cell("a\r\nb")).isEqualTo("\"a\r\nb\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx"})
    void lets_no_spreadsheet_take_a_value_for_a_formula(String value) {
        assertThat(StatisticsCsv.cell(value)).isEqualTo("'" + value);
    }
}
