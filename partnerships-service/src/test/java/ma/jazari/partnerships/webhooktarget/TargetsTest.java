package ma.jazari.partnerships.webhooktarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.1.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses_what_is_not_of_the_public_internet(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();

        assertThatThrownBy(() -> resolving(address).resolve("receiver.example"))
                .isInstanceOf(RefusedTarget.class)
                .hasMessage("leads to an address that is not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2a01:e0a::1",
                "2003::1"
            })
    void takes_what_is(String address) throws Exception {
        assertThat(resolving(address).resolve("receiver.example")).isEqualTo(InetAddress.ofLiteral(address));
    }

    @Test
    void refuses_a_name_that_leads_to_a_public_address_and_to_another() {
        assertThatThrownBy(() -> resolving("1.1.1.1", "10.0.0.1").resolve("two.example"))
                .isInstanceOf(RefusedTarget.class);
    }

    /** DNS rebinding: good when the webhook is made, bad when a message is sent. */
    @Test
    void looks_a_name_up_again_for_each_connection() throws Exception {
        var answers = new ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
        var targets = new Targets(config(false, false), host -> addresses(answers.remove()));

        assertThat(targets.objection("https://changes-its-mind.example/hook")).isEmpty();
        assertThatThrownBy(() -> targets.resolve("changes-its-mind.example")).isInstanceOf(RefusedTarget.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/hook",
                "ftp://receiver.example/hook",
                "https:///hook",
                "/hook",
                "receiver.example",
                "https://user:secret@receiver.example/hook",
                "https://receiver.example/hook#part",
                "https://receiver example/hook",
                "https://جامعة.example/hook",
                "mailto:a@receiver.example"
            })
    void refuses_a_url_that_is_none_for_a_webhook(String url) {
        assertThat(resolving("1.1.1.1").objection(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://127.1/",
                "https://[::1]/",
                "https://localhost/"
            })
    void refuses_this_machine_however_it_is_written(String url) {
        assertThat(new Targets(config(false, false)).objection(url)).isPresent();
    }

    @Test
    void refuses_a_name_that_is_not_found_and_one_that_takes_too_long() {
        var none = new Targets(config(false, false), host -> {
            throw new UnknownHostException(host);
        });
        var slow = new Targets(config(false, false), host -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return addresses("1.1.1.1");
        });

        assertThat(none.objection("https://nowhere.example/")).get().asString().contains("nowhere.example");
        assertThat(slow.objection("https://slow.example/")).isPresent();
    }

    @Test
    void takes_http_and_this_machine_only_where_configuration_allows() throws Exception {
        var targets = new Targets(config(true, true));

        assertThat(targets.objection("http://localhost:9999/hook")).isEmpty();
        assertThat(targets.resolve("127.0.0.1").isLoopbackAddress()).isTrue();
        assertThat(new Targets(config(true, false)).objection("http://localhost:9999/hook"))
                .isPresent();
    }

    private static Targets resolving(String... addresses) {
        return new Targets(config(false, false), host -> addresses(addresses));
    }

    private static InetAddress[] addresses(String... literals) {
        return Arrays.stream(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static TargetConfig config(boolean http, boolean isPrivate) {
        return new TargetConfig() {
            @Override
            public boolean allowHttp() {
                return http;
            }

            @Override
            public boolean allowPrivate() {
                return isPrivate;
            }

            @Override
            public Duration lookupTimeout() {
                return Duration.ofMillis(500);
            }
        };
    }
}
