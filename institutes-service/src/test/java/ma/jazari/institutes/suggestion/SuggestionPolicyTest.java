package ma.jazari.institutes.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;
import org.junit.jupiter.api.Test;

class SuggestionPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String INSTITUTE = "j4k7xq236";
    private static final Actor AMINA = actor("amina", Set.of());
    private static final Actor ROOT_ADMIN = actor("root", Set.of(Role.NETWORK_ADMIN));
    private static final Actor AUDITOR = actor("auditor", Set.of(Role.AUDITOR));
    private static final Actor ITS_ADMIN =
            new Actor("its", "its", Set.of(Role.INSTITUTE_ADMIN), Set.of(new Scope("INSTITUTE", INSTITUTE)));
    private static final Actor OTHER_ADMIN =
            new Actor("other", "other", Set.of(Role.INSTITUTE_ADMIN), Set.of(new Scope("INSTITUTE", "j00000098")));

    @Test
    void is_seen_by_whom_it_concerns_and_by_nobody_else() {
        var suggestion = suggestion();

        assertThat(new Actor[] {AMINA, ROOT_ADMIN, AUDITOR, ITS_ADMIN})
                .allMatch(actor -> SuggestionPolicy.mayRead(suggestion, actor));
        assertThat(new Actor[] {OTHER_ADMIN, actor("karim", Set.of(Role.PARTNER)), Actor.ANONYMOUS})
                .noneMatch(actor -> SuggestionPolicy.mayRead(suggestion, actor));
    }

    @Test
    void is_reviewed_by_the_network_administrator_and_withdrawn_by_its_proposer() {
        var suggestion = suggestion();

        assertThat(SuggestionPolicy.moves(suggestion, ROOT_ADMIN))
                .containsExactly(SuggestionStatus.APPLIED, SuggestionStatus.DISCARDED);
        assertThat(SuggestionPolicy.moves(suggestion, AMINA)).containsExactly(SuggestionStatus.WITHDRAWN);
        assertThat(SuggestionPolicy.moves(suggestion, AUDITOR)).isEmpty();
        assertThat(SuggestionPolicy.moves(suggestion, ITS_ADMIN)).isEmpty();
    }

    @Test
    void moves_once() {
        var suggestion = suggestion();
        suggestion.discarded("No source", ROOT_ADMIN, NOW);

        assertThat(SuggestionPolicy.moves(suggestion, ROOT_ADMIN)).isEmpty();
        assertThatThrownBy(() -> SuggestionPolicy.checkMove(suggestion, SuggestionStatus.APPLIED, ROOT_ADMIN))
                .isInstanceOf(Problem.class);
        assertThat(Arrays.stream(SuggestionStatus.values())
                        .filter(status -> status != SuggestionStatus.PENDING)
                        .flatMap(status -> status.next().stream()))
                .isEmpty();
    }

    @Test
    void publishes_neither_proposer_nor_comment_nor_contacts() {
        var state = suggestion().state();

        assertThat(state.patch()).isEqualTo(Canonical.object("{\"region\": \"MA-05\"}"));
        assertThat(SuggestionState.class.getRecordComponents())
                .extracting(component -> component.getName())
                .doesNotContain("proposer", "comment", "reviewer", "reason");
    }

    private static ChangeSuggestion suggestion() {
        var patch = Canonical.object(
                "{\"region\": \"MA-05\", \"contacts\": [{\"role\": \"ADMISSIONS\", \"email\": \"a@example.org\"}]}");
        var request = new SuggestionRequest(INSTITUTE, 3L, patch, "See their site");
        return ChangeSuggestion.proposed(UUID.randomUUID(), request, patch, AMINA, NOW);
    }

    private static Actor actor(String sub, Set<String> roles) {
        return new Actor(sub, sub, roles, Set.of());
    }
}
