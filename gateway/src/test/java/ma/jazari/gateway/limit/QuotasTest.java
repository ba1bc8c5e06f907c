package ma.jazari.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import ma.jazari.gateway.route.RequestKind;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private static final Caller ADDRESS = Caller.address("192.0.2.1");
    private static final Caller CLIENT = Caller.client("partner-demo", "4d3c2b1a");

    private final Quotas usual = new Quotas(Rates.of(Map.of()));

    @Test
    void gives_what_is_published_where_nothing_is_configured() {
        assertThat(usual.of(RequestKind.READ, ADDRESS))
                .extracting(Quota::header)
                .containsExactly("\"default\";q=120;w=60");
        assertThat(usual.of(RequestKind.READ, CLIENT))
                .extracting(Quota::header)
                .containsExactly("\"default\";q=1200;w=60");
    }

    @Test
    void counts_what_changes_something_twice() {
        assertThat(usual.of(RequestKind.WRITE, CLIENT))
                .extracting(Quota::header)
                .containsExactly("\"write\";q=600;w=60", "\"default\";q=1200;w=60");
        assertThat(usual.of(RequestKind.IMPORT, ADDRESS))
                .extracting(Quota::header)
                .containsExactly("\"import\";q=6;w=60", "\"default\";q=120;w=60");
    }

    @Test
    void counts_pages_apart() {
        assertThat(usual.of(RequestKind.PAGE, ADDRESS))
                .extracting(Quota::policy)
                .containsExactly("pages");
    }

    @Test
    void gives_a_client_what_is_configured_for_it_and_the_usual_beside_it() {
        var quotas = new Quotas(Rates.of(Map.of(
                "jazari.gateway.rates.clients.\"partner-demo\".default",
                "5000",
                "jazari.gateway.rates.window",
                "10S")));

        assertThat(quotas.of(RequestKind.WRITE, CLIENT))
                .extracting(Quota::header)
                .containsExactly("\"write\";q=600;w=10", "\"default\";q=5000;w=10");
        assertThat(quotas.of(RequestKind.READ, Caller.client("another", "1")))
                .extracting(Quota::requests)
                .containsExactly(1200);
    }
}
