package ma.jazari.institutes.institute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstituteStatusTest {

    private static final String ID = "j4k7xq236";
    private static final Actor NETWORK_ADMIN = new Actor("1", "root", Set.of(Role.NETWORK_ADMIN), Set.of());
    private static final Actor OWN_ADMIN =
            new Actor("2", "own", Set.of(Role.INSTITUTE_ADMIN), Set.of(new Scope("INSTITUTE", ID)));

    @Test
    void has_the_lifecycle_of_the_domain() {
        assertThat(InstituteStatus.DRAFT.next()).containsExactly(InstituteStatus.PENDING);
        assertThat(InstituteStatus.PENDING.next()).containsOnly(InstituteStatus.ACTIVE, InstituteStatus.REJECTED);
        assertThat(InstituteStatus.ACTIVE.next())
                .containsOnly(InstituteStatus.SUSPENDED, InstituteStatus.CLOSED, InstituteStatus.MERGED);
        assertThat(InstituteStatus.SUSPENDED.next())
                .containsOnly(InstituteStatus.ACTIVE, InstituteStatus.CLOSED, InstituteStatus.MERGED);
        assertThat(Arrays.stream(InstituteStatus.values()).filter(InstituteStatus::isEnded))
                .allMatch(status -> status.next().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(InstituteStatus.class)
    void opens_to_its_own_administrator_the_submission_alone(InstituteStatus from) {
        var open = InstitutePolicy.moves(InstituteKind.INSTITUTE, ID, from, OWN_ADMIN);

        assertThat(open).isEqualTo(from == InstituteStatus.DRAFT ? List.of(InstituteStatus.PENDING) : List.of());
    }

    @ParameterizedTest
    @EnumSource(InstituteStatus.class)
    void opens_nothing_to_strangers(InstituteStatus from) {
        assertThat(InstitutePolicy.moves(InstituteKind.INSTITUTE, "j00000098", from, OWN_ADMIN))
                .isEmpty();
        assertThat(InstitutePolicy.moves(InstituteKind.INSTITUTE, ID, from, Actor.ANONYMOUS))
                .isEmpty();
    }

    @Test
    void never_takes_the_root_out_of_the_network() {
        assertThat(InstitutePolicy.moves(InstituteKind.ROOT, ID, InstituteStatus.ACTIVE, NETWORK_ADMIN))
                .isEmpty();
    }
}
