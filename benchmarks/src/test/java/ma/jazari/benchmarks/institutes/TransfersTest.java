package ma.jazari.benchmarks.institutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import ma.jazari.benchmarks.report.Line;
import org.junit.jupiter.api.Test;

class TransfersTest {

    @Test
    void tell_records_and_megabytes_a_second_beside_the_floor() {
        var export = new Transfers("export", List.of(transfer(1000, 2, 1), transfer(1000, 2, 3)));
        var floor = new Transfers("change log alone", List.of(transfer(1000, 2, 1)));

        var lines = export.against(floor);

        assertThat(lines)
                .containsExactly(
                        new Line("export", "records", "1/s", 500, 1000.0, new Line.Spread(1000 / 3.0, 1000)),
                        new Line("export", "data", "MB/s", 1, 2.0, new Line.Spread(2 / 3.0, 2)));
    }

    @Test
    void divide_nothing_by_no_time() {
        assertThat(Transfer.NONE.linesPerSecond()).isZero();
        assertThat(Transfer.NONE.megabytesPerSecond()).isZero();
    }

    private static Transfer transfer(long lines, long megabytes, long seconds) {
        return new Transfer(lines, megabytes * 1_000_000, TimeUnit.SECONDS.toNanos(seconds));
    }
}
