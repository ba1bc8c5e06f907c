package ma.jazari.partnerships.lifecycle;

import static ma.jazari.partnerships.lifecycle.ConventionStatus.APPROVED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.DRAFT;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.EXPIRED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.IN_FORCE;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.PROPOSED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.REJECTED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.SIGNED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.SUSPENDED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.TERMINATED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.TERMINATION_NOTICED;
import static ma.jazari.partnerships.lifecycle.ConventionStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConventionStatusTest {

    /** The table of the domain, once more, so that a slip in either shows. */
    private static final Map<ConventionStatus, Set<ConventionStatus>> MOVES = Map.ofEntries(
            Map.entry(DRAFT, Set.of(PROPOSED, WITHDRAWN)),
            Map.entry(PROPOSED, Set.of(PROPOSED, APPROVED, REJECTED, WITHDRAWN)),
            Map.entry(APPROVED, Set.of(SIGNED, WITHDRAWN)),
            Map.entry(SIGNED, Set.of(IN_FORCE)),
            Map.entry(IN_FORCE, Set.of(IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED)),
            Map.entry(SUSPENDED, Set.of(IN_FORCE, TERMINATED)),
            Map.entry(TERMINATION_NOTICED, Set.of(TERMINATED, IN_FORCE)),
            Map.entry(TERMINATED, Set.of()),
            Map.entry(EXPIRED, Set.of()),
            Map.entry(REJECTED, Set.of()),
            Map.entry(WITHDRAWN, Set.of()));

    @ParameterizedTest
    @EnumSource(ConventionStatus.class)
    void has_the_moves_of_the_domain(ConventionStatus from) {
        assertThat(from.next()).isEqualTo(MOVES.get(from));
    }

    @Test
    void is_public_from_the_day_it_is_in_force() {
        assertThat(Arrays.stream(ConventionStatus.values()).filter(ConventionStatus::isPublished))
                .isEqualTo(List.of(IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED));
        assertThat(ConventionStatus.published())
                .allMatch(status -> status.next().stream().allMatch(ConventionStatus::isPublished));
    }
}
