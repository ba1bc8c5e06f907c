package ma.jazari.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private final Routes routes = new Routes(new BodyLimits(2, 1000, 25));

    @ParameterizedTest
    @CsvSource({
        "/v1/institutes, INSTITUTES",
        "/v1/institutes/j4k7xq236/history, INSTITUTES",
        "/v1/institutes/j4k7xq236/keysx, INSTITUTES",
        "/v1/institutes/keys, INSTITUTES",
        "/v1/institutes/j4k7xq236/history/keys, INSTITUTES",
        "/v1/institutes/j4k7xq236/keys, PARTNERSHIPS",
        "/v1/institutes/j4k7xq236/keys/2026-11, PARTNERSHIPS",
        "/v1/partners/p5m2c0066/keys, PARTNERSHIPS",
        "/v1/network/tree, INSTITUTES",
        "/v1/change-suggestions, INSTITUTES",
        "/v1/vocabularies/focus-areas, INSTITUTES",
        "/v1/partners/p5m2c0066, PARTNERSHIPS",
        "/v1/conventions, PARTNERSHIPS",
        "/v1/deadlines, PARTNERSHIPS",
        "/v1/programmes, EVENTS",
        "/v1/program-events, EVENTS",
        "/v1/calendars/network.ics, EVENTS"
    })
    void sends_each_collection_to_the_service_that_owns_it(String path, Upstream upstream) {
        assertThat(routes.decide(RequestPath.parse(path)))
                .hasValueSatisfying(route -> assertThat(route.upstream()).isEqualTo(upstream));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/changes",
                "/v1/institutesx",
                "/v1/institute",
                "/v2/institutes",
                "/institutes",
                "/V1/institutes"
            })
    void knows_no_service_for_anything_else(String path) {
        assertThat(routes.decide(RequestPath.parse(path))).isEmpty();
    }

    @Test
    void allows_larger_bodies_only_where_files_are_taken() {
        assertThat(limit("/v1/institutes")).isEqualTo(2);
        assertThat(limit("/v1/institutes/import")).isEqualTo(1000);
        assertThat(limit("/v1/conventions/1/attachments")).isEqualTo(25);
        assertThat(limit("/v1/program-events/1/files")).isEqualTo(25);
        assertThat(limit("/v1/import/institutes/x/importer")).isEqualTo(-1);
    }

    private long limit(String path) {
        return routes.decide(RequestPath.parse(path)).map(Route::bodyLimit).orElse(-1L);
    }
}
