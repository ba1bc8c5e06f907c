package ma.jazari.benchmarks.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamLimitsTest {

    @Test
    void leave_what_is_wanted_as_it_is_where_there_is_room() {
        assertThat(new StreamLimits(20_000, 28_232).cut(5_000)).isEqualTo(5_000);
    }

    @Test
    void cut_to_what_the_machine_holds_and_say_which_limit_it_was() {
        var fewFiles = new StreamLimits(4_096, 28_232);
        var fewPorts = new StreamLimits(1_000_000, 16_384);

        assertThat(fewFiles.cut(5_000)).isEqualTo(3_096);
        assertThat(fewFiles.why()).contains("4096 files", "ulimit -n");
        assertThat(fewPorts.cut(25_000)).isEqualTo(15_384);
        assertThat(fewPorts.why()).contains("16384 ports", "ip_local_port_range");
        assertThat(new StreamLimits(256, 28_232).cut(5_000)).isEqualTo(1);
    }

    @Test
    void read_the_range_of_ports_as_linux_writes_it() {
        assertThat(StreamLimits.ports("32768\t60999\n")).isEqualTo(28_232);
    }

    @Test
    void are_known_of_this_machine() {
        var limits = StreamLimits.ofThisMachine();

        assertThat(limits.files()).isPositive();
        assertThat(limits.ports()).isPositive();
    }
}
