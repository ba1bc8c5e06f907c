package ma.jazari.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import ma.jazari.localstack.LocalStackException;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void are_the_fixed_ones_without_an_offset() {
        var ports = new Ports(0);

        assertThat(IntStream.of(
                        ports.gateway(),
                        ports.institutes(),
                        ports.partnerships(),
                        ports.events(),
                        ports.keycloak(),
                        ports.keycloakManagement(),
                        ports.postgres(),
                        ports.kafka(),
                        ports.kafkaController()))
                .containsExactly(8080, 8081, 8082, 8083, 8180, 9180, 15432, 19092, 19093);
        assertThat(ports.managementOf(ports.gateway())).isEqualTo(9000);
        assertThat(ports.managementOf(ports.events())).isEqualTo(9003);
    }

    @Test
    void all_move_by_the_offset() {
        var ports = new Ports(20_000);

        assertThat(ports.gateway()).isEqualTo(28_080);
        assertThat(ports.managementOf(ports.institutes())).isEqualTo(29_001);
        assertThat(ports.kafkaController()).isEqualTo(39_093);
    }

    @Test
    void refuse_an_offset_that_leads_out_of_the_range() {
        assertThatThrownBy(() -> new Ports(60_000))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("JAZARI_PORT_OFFSET");
        assertThatThrownBy(() -> new Ports(-1)).isInstanceOf(LocalStackException.class);
    }
}
