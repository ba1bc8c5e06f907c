package ma.jazari.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PromotionTest {

    private static final Instant BEGINNING = Instant.parse("2027-01-02T10:00:00Z");
    private static final Instant EVENT = BEGINNING.plus(Duration.ofDays(30));
    private static final Duration OFFER = Duration.ofHours(24);

    /** An event and those who registered for it, without a database. */
    private static final class Scene implements Promotion.Queue {

        private final Desk desk;
        private final List<Registration> all = new ArrayList<>();
        private Instant now = BEGINNING;

        Scene(int capacity) {
            desk = Desk.of(UUID.randomUUID());
            desk.set(capacity, Duration.ofDays(180));
        }

        Registration register() {
            settle();
            return join(false);
        }

        /** Without a look at the queue before. */
        Registration join(boolean isDecidedOn) {
            var person = new Person("Amina", "amina@example.org", null, "fr", Map.of(), null, "secret");
            var registration = Registration.of(UUID.randomUUID(), desk, person, isDecidedOn, now);
            all.add(registration);
            return registration;
        }

        void cancel(Registration registration) {
            settle();
            if (!registration.state().isOver()) {
                registration.cancel(Cause.PERSON, desk, now);
            }
            settle();
        }

        void accept(Registration registration) {
            settle();
            if (registration.state() == RegistrationState.OFFERED) {
                registration.accept(desk, now);
            }
        }

        List<Registration> settle() {
            return settle(now.isBefore(EVENT) ? Phase.AHEAD : Phase.BEGUN);
        }

        List<Registration> settle(Phase phase) {
            return new Promotion(desk, this, phase, OFFER, EVENT).settle(now);
        }

        @Override
        public List<Registration> lapsed(Instant at) {
            return all.stream()
                    .filter(one -> one.offerExpiresAt() != null && !at.isBefore(one.offerExpiresAt()))
                    .toList();
        }

        @Override
        public List<Registration> offered() {
            return in(RegistrationState.OFFERED);
        }

        @Override
        public List<Registration> open(int count) {
            return all.stream()
                    .filter(one -> !one.state().isOver())
                    .limit(count)
                    .toList();
        }

        @Override
        public List<Registration> first(int count) {
            return in(RegistrationState.WAITING).stream()
                    .sorted(Comparator.comparingLong(Registration::number))
                    .limit(count)
                    .toList();
        }

        List<Registration> in(RegistrationState state) {
            return all.stream().filter(one -> one.state() == state).toList();
        }
    }

    @Test
    void keeps_the_place_of_whoever_joined_first() {
        var scene = new Scene(1);
        var first = scene.register();
        var second = scene.register();
        var third = scene.register();

        scene.cancel(first);

        assertThat(second.state()).isEqualTo(RegistrationState.OFFERED);
        assertThat(second.offerExpiresAt()).isEqualTo(BEGINNING.plus(OFFER));
        assertThat(third.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(scene.desk.places().free()).isZero();
    }

    @Test
    void passes_on_an_offer_that_is_not_taken_in_time() {
        var scene = new Scene(1);
        var first = scene.register();
        var second = scene.register();
        var third = scene.register();
        scene.cancel(first);

        scene.now = BEGINNING.plus(OFFER);
        scene.settle();

        assertThat(second.state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(second.cause()).isEqualTo(Cause.OFFER_LAPSED);
        assertThat(third.state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void offers_nothing_for_longer_than_until_the_event_begins() {
        var scene = new Scene(1);
        var first = scene.register();
        var second = scene.register();
        var third = scene.register();
        scene.now = EVENT.minus(Duration.ofHours(2));

        scene.cancel(first);
        assertThat(second.offerExpiresAt()).isEqualTo(EVENT);

        scene.now = EVENT;
        scene.settle();
        assertThat(third.state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void gives_no_place_past_those_who_wait() {
        var scene = new Scene(1);
        var first = scene.register();
        var second = scene.register();
        first.cancel(Cause.PERSON, scene.desk, scene.now);

        var third = scene.join(false);

        assertThat(scene.desk.hasFreePlace()).isTrue();
        assertThat(third.state()).isEqualTo(RegistrationState.WAITING);
        scene.settle();
        assertThat(second.state()).isEqualTo(RegistrationState.OFFERED);
    }

    @Test
    void admits_nobody_past_who_joined_before_and_waits() {
        var scene = new Scene(1);
        var early = scene.join(true);
        var first = scene.register();
        var second = scene.register();
        var late = scene.join(true);
        first.cancel(Cause.PERSON, scene.desk, scene.now);

        late.admit(scene.desk, scene, scene.now);
        early.admit(scene.desk, scene, scene.now);

        assertThat(late.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(early.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(second.state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void lets_no_offer_lapse_while_the_event_is_off() {
        var scene = new Scene(1);
        var first = scene.register();
        var second = scene.register();
        var third = scene.register();
        scene.cancel(first);

        scene.now = BEGINNING.plus(OFFER);
        scene.settle(Phase.OFF);

        assertThat(second.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(second.offerExpiresAt()).isNull();
        assertThat(scene.desk.taken()).isZero();
        scene.settle(Phase.AHEAD);
        assertThat(second.state()).isEqualTo(RegistrationState.OFFERED);
        assertThat(third.state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void ends_all_with_a_cancelled_event() {
        var scene = new Scene(1);
        var first = scene.register();
        var second = scene.register();
        var gone = scene.register();
        scene.cancel(gone);

        assertThat(scene.settle(Phase.CANCELLED)).containsExactly(first, second);

        assertThat(first.cause()).isEqualTo(Cause.EVENT_CANCELLED);
        assertThat(second.state()).isEqualTo(RegistrationState.CANCELLED);
        assertThat(gone.cause()).isEqualTo(Cause.PERSON);
        assertThat(scene.desk.open()).isZero();
    }

    /** Each number is what one of those there does: registers, goes, takes an offer, or lets time pass. */
    @Property(tries = 300)
    void never_gives_away_more_places_than_there_are_and_loses_none(
            @ForAll @IntRange(min = 1, max = 5) int capacity,
            @ForAll @Size(max = 80) List<@IntRange(max = 999) Integer> deeds) {
        var scene = new Scene(capacity);
        for (int deed : deeds) {
            carryOut(deed, scene);
            scene.settle();

            var places = scene.desk.places();
            int taken = scene.in(RegistrationState.CONFIRMED).size()
                    + scene.in(RegistrationState.OFFERED).size();
            assertThat(places.confirmed() + places.offered()).isEqualTo(taken).isLessThanOrEqualTo(capacity);
            assertThat(places.waiting())
                    .isEqualTo(scene.in(RegistrationState.WAITING).size());
            assertThat(places.waiting() == 0 || taken == capacity).isTrue();
            assertNobodyWaitsWhoCameBefore(scene);
        }
    }

    private static void carryOut(int deed, Scene scene) {
        if (scene.all.isEmpty() || deed < 400) {
            scene.register();
        } else if (deed < 700) {
            scene.cancel(scene.all.get(deed % scene.all.size()));
        } else if (deed < 900) {
            scene.accept(scene.all.get(deed % scene.all.size()));
        } else {
            scene.now = scene.now.plus(Duration.ofHours(deed % 30));
        }
    }

    private static void assertNobodyWaitsWhoCameBefore(Scene scene) {
        var last = scene.in(RegistrationState.OFFERED).stream()
                .mapToLong(Registration::number)
                .max();
        var first = scene.first(1).stream().findFirst().map(Registration::number);
        if (last.isPresent() && first.isPresent()) {
            assertThat(first.get()).isGreaterThan(last.getAsLong());
        }
    }
}
