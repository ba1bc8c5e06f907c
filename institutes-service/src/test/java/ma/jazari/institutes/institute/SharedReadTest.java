package ma.jazari.institutes.institute;

import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** What caches may give to others, and what they may not. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SharedReadTest {

    private static final String SHARED = "public, max-age=5, stale-while-revalidate=30";

    @Test
    void lets_caches_share_records_and_lists_that_are_read_without_a_token() {
        var record = "/v1/institutes/" + InstituteFixture.active("Institut partagé");

        for (var path : new String[] {"/v1/institutes?limit=1", record, "/v1/network/coverage", "/v1/network/tree"}) {
            var answer = anonymous().get(path);
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo(SHARED);
            assertThat(answer.header("Vary")).contains("Accept-Language", "Authorization");
            var known =
                    anonymous().header("If-None-Match", answer.header("ETag")).get(path);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.header("Cache-Control")).isEqualTo(SHARED);
        }
    }

    @Test
    void keeps_what_is_read_with_a_token_or_a_cookie_to_whoever_read_it() {
        assertThat(control(as(Tokens.networkAdmin()).get("/v1/institutes"))).isEqualTo("private, no-cache");
        assertThat(control(anonymous().cookie("a", "b").get("/v1/institutes"))).isEqualTo("no-cache");
    }

    @Test
    void shares_neither_the_past_nor_what_is_not_there_nor_a_history() {
        var id = InstituteFixture.active("Institut passé");

        assertThat(control(anonymous().get("/v1/network/tree?asOf=2026-01-01"))).isNotEqualTo(SHARED);
        assertThat(control(anonymous().get("/v1/institutes/j00000098x"))).isEqualTo("no-store");
        assertThat(control(anonymous().get("/v1/institutes/{id}/history", id))).isEqualTo("no-cache");
    }

    private static String control(Response answer) {
        return answer.header("Cache-Control");
    }
}
