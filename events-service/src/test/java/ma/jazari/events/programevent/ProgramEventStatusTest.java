package ma.jazari.events.programevent;

import static ma.jazari.events.programevent.ProgramEventStatus.CANCELLED;
import static ma.jazari.events.programevent.ProgramEventStatus.COMPLETED;
import static ma.jazari.events.programevent.ProgramEventStatus.DRAFT;
import static ma.jazari.events.programevent.ProgramEventStatus.POSTPONED;
import static ma.jazari.events.programevent.ProgramEventStatus.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgramEventStatusTest {

    private static final String HOST = "j4k7xq236";
    private static final Actor NETWORK_ADMIN = new Actor("1", "root", Set.of(Role.NETWORK_ADMIN), Set.of());
    private static final Actor AUDITOR = new Actor("2", "auditor", Set.of(Role.AUDITOR), Set.of());
    private static final Actor HOST_ADMIN =
            new Actor("3", "host", Set.of(Role.INSTITUTE_ADMIN), Set.of(new Scope("INSTITUTE", HOST)));

    @Test
    void has_the_lifecycle_of_the_domain() {
        assertThat(DRAFT.next()).containsExactly(PUBLISHED);
        assertThat(PUBLISHED.next()).containsOnly(POSTPONED, CANCELLED, COMPLETED);
        assertThat(POSTPONED.next()).containsOnly(PUBLISHED, CANCELLED);
        assertThat(CANCELLED.next()).isEmpty();
        assertThat(COMPLETED.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProgramEventStatus.class)
    void never_takes_back_a_publication(ProgramEventStatus status) {
        assertThat(status.next()).doesNotContain(DRAFT);
        assertThat(status.isPublished()).isEqualTo(status != DRAFT);
    }

    @ParameterizedTest
    @EnumSource(ProgramEventStatus.class)
    void opens_its_moves_to_its_hosts_and_the_network_alone(ProgramEventStatus from) {
        var all = from.next().stream().sorted().toList();

        assertThat(ProgramEventPolicy.moves(from, List.of("j00000098", HOST), HOST_ADMIN))
                .isEqualTo(all);
        assertThat(ProgramEventPolicy.moves(from, List.of("j00000098"), NETWORK_ADMIN))
                .isEqualTo(all);
        for (var actor : List.of(HOST_ADMIN, AUDITOR, Actor.ANONYMOUS)) {
            assertThat(ProgramEventPolicy.moves(from, List.of("j00000098"), actor))
                    .isEmpty();
        }
    }
}
