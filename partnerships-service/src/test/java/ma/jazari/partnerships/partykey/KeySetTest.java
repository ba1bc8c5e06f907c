package ma.jazari.partnerships.partykey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class KeySetTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T09:00:00Z");
    private static final KeySet NONE = KeySet.none(new PartyRef(PartyType.PARTNER, "p5m2c0066"));

    @Test
    void lets_new_keys_stand_from_now_on() {
        var set = NONE.publish(keys("a", "b"), MONDAY);

        assertThat(set.version()).isEqualTo(1);
        assertThat(set.updatedAt()).isEqualTo(MONDAY);
        assertThat(set.keys()).extracting(PartyKey::kid).containsExactly("a", "b");
        assertThat(set.keys()).allMatch(key -> key.isValidAt(MONDAY) && !key.isValidAt(MONDAY.minusNanos(1000)));
    }

    @Test
    void retires_what_is_missing_and_keeps_it() {
        var set = NONE.publish(keys("a", "b"), MONDAY).publish(keys("b", "c"), TUESDAY);

        assertThat(set.version()).isEqualTo(2);
        assertThat(set.keys()).extracting(PartyKey::kid).containsExactly("a", "b", "c");
        var retired = set.find("a").orElseThrow();
        assertThat(retired.validTo()).isEqualTo(TUESDAY);
        assertThat(retired.isValidAt(TUESDAY.minusNanos(1000))).isTrue();
        assertThat(retired.isValidAt(TUESDAY)).isFalse();
        assertThat(set.find("b").orElseThrow().validFrom()).isEqualTo(MONDAY);
    }

    @Test
    void retires_all_when_none_is_named() {
        var set = NONE.publish(keys("a"), MONDAY).publish(List.of(), TUESDAY);

        assertThat(set.keys()).hasSize(1).noneMatch(PartyKey::isCurrent);
    }

    @Test
    void stays_as_it_is_when_nothing_differs() {
        var set = NONE.publish(keys("a", "b"), MONDAY);

        assertThat(set.publish(keys("b", "a"), TUESDAY)).isSameAs(set);
        assertThat(NONE.publish(List.of(), MONDAY)).isSameAs(NONE);
    }

    @Test
    void refuses_a_kid_that_named_another_key_or_was_retired() {
        var set = NONE.publish(keys("a", "b"), MONDAY).publish(keys("b"), TUESDAY);
        var wanted = List.of(key("b", "other"), key("a", "a"), key("c", "c"));

        var problem = catchThrowableOfType(Problem.class, () -> set.publish(wanted, WEDNESDAY));

        assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(problem.detail())
                .contains("b was published with other key material")
                .contains("a was retired at 2026-11-24T09:00:00Z and does not come back");
        assertThat(problem.body("/", null).get("keys"))
                .isEqualTo(List.of(
                        new KeySet.Refusal("/keys/0/kid", "b", "b was published with other key material"),
                        new KeySet.Refusal(
                                "/keys/1/kid", "a", "a was retired at 2026-11-24T09:00:00Z and does not come back")));
    }

    @Test
    void takes_two_hundred_keys_ever() {
        var set = NONE;
        for (int i = 0; i < 20; i++) {
            var kids = IntStream.range(10 * i, 10 * i + 10).mapToObj(n -> "k" + n);
            set = set.publish(keys(kids.toArray(String[]::new)), MONDAY.plusSeconds(i));
        }
        var full = set;
        assertThat(full.keys()).hasSize(200);

        assertThat(catchThrowableOfType(Problem.class, () -> full.publish(keys("one-more"), TUESDAY))
                        .type())
                .isEqualTo(ProblemType.CONFLICT);
        assertThat(full.publish(List.of(), TUESDAY).keys()).noneMatch(PartyKey::isCurrent);
    }

    @Test
    void goes_on_from_its_last_change_where_clocks_differ() {
        var set = NONE.publish(keys("a"), TUESDAY).publish(keys("b"), MONDAY);

        assertThat(set.updatedAt()).isEqualTo(TUESDAY);
        assertThat(set.find("a").orElseThrow().validTo()).isEqualTo(TUESDAY);
    }

    private static List<SigningKey> keys(String... kids) {
        return Arrays.stream(kids).map(kid -> key(kid, kid)).toList();
    }

    private static SigningKey key(String kid, String x) {
        return new SigningKey(kid, SigningAlgorithm.EDDSA, Map.of("kty", "OKP", "crv", "Ed25519", "x", x));
    }
}
