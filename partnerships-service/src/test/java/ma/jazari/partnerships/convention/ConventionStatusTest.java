package ma.jazari.partnerships.convention;

import static ma.jazari.partnerships.convention.ConventionStatus.APPROVED;
import static ma.jazari.partnerships.convention.ConventionStatus.DRAFT;
import static ma.jazari.partnerships.convention.ConventionStatus.EXPIRED;
import static ma.jazari.partnerships.convention.ConventionStatus.IN_FORCE;
import static ma.jazari.partnerships.convention.ConventionStatus.PROPOSED;
import static ma.jazari.partnerships.convention.ConventionStatus.REJECTED;
import static ma.jazari.partnerships.convention.ConventionStatus.SIGNED;
import static ma.jazari.partnerships.convention.ConventionStatus.SUSPENDED;
import static ma.jazari.partnerships.convention.ConventionStatus.TERMINATED;
import static ma.jazari.partnerships.convention.ConventionStatus.TERMINATION_NOTICED;
import static ma.jazari.partnerships.convention.ConventionStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConventionStatusTest {

    private static final PartyRef OWNER = new PartyRef(PartyType.INSTITUTE, "j4k7xq236");
    private static final Actor NETWORK_ADMIN = new Actor("1", "root", Set.of(Role.NETWORK_ADMIN), Set.of());
    private static final Actor OWN_ADMIN =
            new Actor("2", "own", Set.of(Role.INSTITUTE_ADMIN), Set.of(new Scope("INSTITUTE", "j4k7xq236")));
    private static final Actor OTHER =
            new Actor("3", "other", Set.of(Role.PARTNER), Set.of(new Scope("PARTNER", "p5m2c0066")));

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

    @ParameterizedTest
    @EnumSource(ConventionStatus.class)
    void opens_moves_of_the_table_alone_and_to_parties_and_network_alone(ConventionStatus from) {
        var open = ConventionPolicy.moves(from, List.of(OWNER), OWN_ADMIN);

        assertThat(from.next()).containsAll(open);
        assertThat(ConventionPolicy.moves(from, List.of(OWNER), NETWORK_ADMIN)).isEqualTo(open);
        assertThat(ConventionPolicy.moves(from, List.of(OWNER), OTHER)).isEmpty();
        assertThat(ConventionPolicy.moves(from, List.of(OWNER), Actor.ANONYMOUS))
                .isEmpty();
    }

    @Test
    void opens_proposal_and_withdrawal() {
        assertThat(ConventionPolicy.moves(DRAFT, List.of(OWNER), OWN_ADMIN)).containsExactly(PROPOSED, WITHDRAWN);
        assertThat(ConventionPolicy.moves(PROPOSED, List.of(OWNER), OWN_ADMIN)).containsExactly(WITHDRAWN);
    }

    @Test
    void is_public_from_the_day_it_is_in_force() {
        assertThat(Arrays.stream(ConventionStatus.values()).filter(ConventionStatus::isPublished))
                .isEqualTo(List.of(IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED, EXPIRED));
        assertThat(ConventionStatus.published())
                .allMatch(status -> status.next().stream().allMatch(ConventionStatus::isPublished));
    }
}
