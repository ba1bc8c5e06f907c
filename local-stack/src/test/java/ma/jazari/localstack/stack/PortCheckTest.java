package ma.jazari.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.process.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    private final Path directory;

    PortCheckTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void names_every_taken_port_who_needs_it_and_the_way_out() throws IOException {
        var offset = FreePort.find() % 10_000;
        var options = StackOptions.separate(directory, offset).withOnly(Set.of("postgres", "kafka"));
        var parts = StackPlan.of(options).parts();

        try (var postgres = listen(options.ports().postgres());
                var kafka = listen(options.ports().kafka())) {
            assertThatThrownBy(() -> PortCheck.requireFree(parts))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining(postgres.getLocalPort() + "  needed by PostgreSQL")
                    .hasMessageContaining(kafka.getLocalPort() + "  needed by Kafka")
                    .hasMessageContaining("JAZARI_PORT_OFFSET=");
        }
    }

    @Test
    void says_nothing_about_free_ports() {
        assertThat(PortCheck.isTaken(FreePort.find())).isFalse();
        PortCheck.requireFree(List.of());
    }

    @Test
    void reads_who_listens() {
        assertThat(PortOwner.described("p4711\ncjava\n")).isEqualTo(", used by java (pid 4711)");
        assertThat(PortOwner.described("")).isEmpty();
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
