package ma.jazari.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jazari.localstack.process.ProcessIdentity;
import ma.jazari.localstack.stack.Ports;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of the stack, and so the last test. */
@SystemTest
@Order(Integer.MAX_VALUE)
class LifecycleIT {

    private final Registry registry;

    LifecycleIT(Registry registry) {
        this.registry = registry;
    }

    @Test
    void leaves_no_process_and_no_port_behind() {
        var stack = registry.stack();
        var processes = processes();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(stack.parts().size());

        stack.stop();

        assertThat(processes).filteredOn(ProcessIdentity::isAlive).isEmpty();
        assertThat(ports(stack.options().ports()).filter(port -> !isFree(port))).isEmpty();
    }

    /** Of all parts, and what these have started. */
    private List<ProcessIdentity> processes() {
        return registry.stack().parts().stream()
                .flatMap(part -> part.identity().stream())
                .flatMap(identity -> identity.find().stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessIdentity::of)
                .toList();
    }

    private static Stream<Integer> ports(Ports ports) {
        var ours = List.of(ports.gateway(), ports.institutes(), ports.partnerships(), ports.events());
        var others = IntStream.of(
                ports.keycloak(), ports.keycloakManagement(), ports.postgres(), ports.kafka(), ports.kafkaController());
        return Stream.of(ours.stream(), ours.stream().map(ports::managementOf), others.boxed())
                .flatMap(stream -> stream);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
