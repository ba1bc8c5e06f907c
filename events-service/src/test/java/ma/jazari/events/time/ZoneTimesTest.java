package ma.jazari.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTimesTest {

    private static final ZoneTimes OUTDATED = withVersion("2026a");
    private static final long CHANGE = MoroccoTime.CHANGE.getEpochSecond();

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00, 2026-11-22T10:00:00Z, after the change",
        "2026-06-01T10:00, 2026-06-01T09:00:00Z, before the change",
        "2026-03-01T10:00, 2026-03-01T10:00:00Z, Ramadan 2026",
        "2026-01-12T09:00, 2026-01-12T08:00:00Z, the national day",
        "2026-02-15T03:30, 2026-02-15T03:30:00Z, the first day of Ramadan 2026",
        "2026-03-22T01:59, 2026-03-22T01:59:00Z, the last hour of Ramadan 2026",
        "2026-03-22T03:00, 2026-03-22T02:00:00Z, after Ramadan 2026",
        "2026-09-20T00:59, 2026-09-19T23:59:00Z, the last hour on +01:00 that is not repeated",
        "2026-09-20T02:00, 2026-09-20T02:00:00Z, the first hour on +00:00 that is not repeated",
        "2027-02-20T10:00, 2027-02-20T10:00:00Z, Ramadan 2027",
        "2027-06-01T10:00, 2027-06-01T10:00:00Z, the summer after the change",
        "2040-06-01T10:00, 2040-06-01T10:00:00Z, long after the change",
        "2025-03-10T10:00, 2025-03-10T10:00:00Z, Ramadan 2025",
        "2024-03-20T10:00, 2024-03-20T10:00:00Z, Ramadan 2024",
        "2019-05-20T10:00, 2019-05-20T10:00:00Z, Ramadan 2019",
        "2019-12-01T10:00, 2019-12-01T09:00:00Z, a winter on +01:00",
        "2017-12-01T10:00, 2017-12-01T10:00:00Z, a winter before 2018-10-28",
        "2018-07-01T10:00, 2018-07-01T09:00:00Z, a summer before 2018-10-28"
    })
    void knows_the_instant_of_a_wall_time_in_morocco(String wall, Instant expected) {
        for (var zone : MoroccoTime.ZONES) {
            assertThat(OUTDATED.instant(LocalDateTime.parse(wall), zone)).contains(expected);
            assertThat(ZoneTimes.ofRuntime().instant(LocalDateTime.parse(wall), zone))
                    .contains(expected);
        }
    }

    @Property
    void keeps_the_past_as_it_was(@ForAll @LongRange(min = -2_000_000_000L, max = 1_789_000_000L) long second) {
        var instant = Instant.ofEpochSecond(Math.min(second, CHANGE - 1));
        for (var zone : MoroccoTime.ZONES) {
            var before = runtime(zone);
            var after = OUTDATED.rules(zone);

            assertThat(after.getOffset(instant)).isEqualTo(before.getOffset(instant));
            assertThat(after.getStandardOffset(instant)).isEqualTo(before.getStandardOffset(instant));
        }
    }

    @Property
    void puts_morocco_on_utc_from_the_change_on(@ForAll @LongRange(min = 0, max = 5_000_000_000L) long seconds) {
        var instant = MoroccoTime.CHANGE.plusSeconds(seconds);
        for (var zone : MoroccoTime.ZONES) {
            assertThat(OUTDATED.rules(zone).getOffset(instant)).isEqualTo(ZoneOffset.UTC);
            assertThat(OUTDATED.rules(zone).isDaylightSavings(instant)).isFalse();
        }
    }

    @Test
    void lists_every_transition_of_the_past_and_the_change_as_the_last() {
        var kept = runtime(ZoneTimes.MOROCCO).getTransitions().stream()
                .filter(transition -> transition.getInstant().isBefore(MoroccoTime.CHANGE))
                .toList();

        var transitions = OUTDATED.rules(ZoneTimes.MOROCCO).getTransitions();

        assertThat(transitions).startsWith(kept.toArray(new java.time.zone.ZoneOffsetTransition[0]));
        assertThat(transitions).hasSize(kept.size() + 1);
        assertThat(transitions.getLast().getInstant()).isEqualTo(MoroccoTime.CHANGE);
        assertThat(transitions.getLast().getDuration()).isEqualTo(Duration.ofHours(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "Africa/Tunis", "America/New_York", "Atlantic/Canary", "UTC"})
    void leaves_other_zones_alone(String zone) {
        assertThat(OUTDATED.rules(zone)).isEqualTo(runtime(zone));
        assertThat(OUTDATED.version(zone)).isEqualTo("2026a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026c", "2026d", "2027a"})
    void trusts_a_tzdb_that_knows_of_the_change(String version) {
        var current = withVersion(version);

        assertThat(current.isCorrected()).isFalse();
        assertThat(current.rules(ZoneTimes.MOROCCO)).isEqualTo(runtime(ZoneTimes.MOROCCO));
        assertThat(current.version(ZoneTimes.MOROCCO)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026b", "2026a", "2025c", "2018g"})
    void corrects_an_older_tzdb_and_says_so(String version) {
        var outdated = withVersion(version);

        assertThat(outdated.isCorrected()).isTrue();
        assertThat(outdated.version(ZoneTimes.MOROCCO)).isEqualTo("2026c");
        assertThat(outdated.version("Europe/Paris")).isEqualTo(version);
    }

    @Test
    void takes_the_first_of_a_repeated_wall_time() {
        var repeated = LocalDateTime.parse("2026-09-20T01:30");

        assertThat(OUTDATED.instant(repeated, ZoneTimes.MOROCCO)).contains(Instant.parse("2026-09-20T00:30:00Z"));
    }

    @Test
    void knows_no_instant_of_a_wall_time_that_is_jumped_over() {
        var missing = LocalDateTime.parse("2026-03-22T02:30");

        assertThat(OUTDATED.instant(missing, ZoneTimes.MOROCCO)).isEmpty();
        assertThat(OUTDATED.afterGap(missing, ZoneTimes.MOROCCO)).isEqualTo("2026-03-22T03:00");
        assertThat(OUTDATED.instant(LocalDateTime.parse("2027-03-14T02:30"), ZoneTimes.MOROCCO))
                .as("no Ramadan ends with a gap any more")
                .contains(Instant.parse("2027-03-14T02:30:00Z"));
    }

    @Test
    void begins_the_day_in_morocco() {
        assertThat(OUTDATED.startOfDay(LocalDate.parse("2026-01-12"))).isEqualTo("2026-01-11T23:00:00Z");
        assertThat(OUTDATED.startOfDay(LocalDate.parse("2026-11-23"))).isEqualTo("2026-11-23T00:00:00Z");
    }

    @Test
    void knows_zones_of_the_iana_database_and_no_offsets() {
        assertThat(OUTDATED.knows("Africa/Casablanca")).isTrue();
        assertThat(OUTDATED.knows("UTC")).isTrue();
        assertThat(OUTDATED.knows("+01:00")).isFalse();
        assertThat(OUTDATED.knows("Africa/Atlantis")).isFalse();
        assertThatThrownBy(() -> OUTDATED.rules("Africa/Atlantis")).isInstanceOf(ZoneRulesException.class);
    }

    private static ZoneTimes withVersion(String version) {
        return new ZoneTimes(version, Set.copyOf(ZoneRulesProvider.getAvailableZoneIds()), ZoneTimesTest::runtime);
    }

    private static ZoneRules runtime(String zone) {
        return ZoneRulesProvider.getRules(zone, false);
    }
}
