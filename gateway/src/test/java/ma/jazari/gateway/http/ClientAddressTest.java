package ma.jazari.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private final ClientAddress behindNobody = ClientAddress.behind(List.of());
    private final ClientAddress behindProxies = ClientAddress.behind(List.of("10.0.0.0/9", "2001:db8:1::/48", "::1"));

    @Test
    void believes_the_connection_alone_where_no_proxy_is_trusted() {
        assertThat(behindNobody.of("10.0.0.1", List.of("192.0.2.7"))).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        // what the nearest trusted proxy saw
        "10.0.0.1, 192.0.2.7, 192.0.2.7",
        // what the sender wrote before it is not believed
        "10.0.0.1, '1.1.1.1, 192.0.2.7', 192.0.2.7",
        // one trusted proxy behind another
        "10.0.0.1, '1.1.1.1, 192.0.2.7, 10.127.255.255', 192.0.2.7",
        // of the next range
        "10.0.0.1, '192.0.2.7, 10.128.0.0', 10.128.0.0",
        "10.128.0.0, 192.0.2.7, 10.128.0.0",
        // no address at all: the last that is known
        "10.0.0.1, '192.0.2.7, unknown', 10.0.0.1",
        "10.0.0.1, example.org, 10.0.0.1",
        "10.0.0.1, '', 10.0.0.1",
        "2001:db8:1::7, 192.0.2.7, 192.0.2.7",
        "2001:db8:2::7, 192.0.2.7, 2001:db8:2::7",
        "0:0:0:0:0:0:0:1, 2001:db8:2::7, 2001:db8:2:0:0:0:0:7"
    })
    void believes_a_trusted_proxy_about_whom_it_saw(String remote, String forwarded, String client) {
        assertThat(behindProxies.of(remote, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void reads_several_lines_as_one() {
        assertThat(behindProxies.of("10.0.0.1", List.of("1.1.1.1, 192.0.2.7", "10.0.0.2")))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void takes_half_an_ipv6_address_for_one_subscriber() {
        var one = ClientAddress.subscriber("2001:db8:2:3:4:5:6:7");

        assertThat(ClientAddress.subscriber("2001:db8:2:3::1")).isEqualTo(one);
        assertThat(ClientAddress.subscriber("2001:db8:2:4::1")).isNotEqualTo(one);
        assertThat(ClientAddress.subscriber("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientAddress.subscriber("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientAddress.subscriber("unknown")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/"})
    void refuses_to_start_with_a_range_that_is_none(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientAddress.behind(List.of(range)));
    }
}
