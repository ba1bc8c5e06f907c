package ma.jazari.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void reads_what_linux_says() {
        var rollup = "Rss:              433000 kB\nPss:              430001 kB\nPss_Anon:  1 kB\n";

        assertThat(ResidentMemory.kib(rollup, "Pss:")).isEqualTo(430_001L * 1024);
    }

    @Test
    void measures_a_real_process() {
        assertThat(ResidentMemory.bytesOf(ProcessHandle.current())).isGreaterThan(10L * 1024 * 1024);
    }
}
