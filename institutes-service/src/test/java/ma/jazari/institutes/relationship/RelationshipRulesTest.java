package ma.jazari.institutes.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.relationship.RelationshipRules.End;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelationshipRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final End ACTIVE = new End("j00000098", InstituteStatus.ACTIVE);
    private static final End CLOSED = new End("j4k7xq236", InstituteStatus.CLOSED);

    @ParameterizedTest
    @EnumSource(RelationshipType.class)
    void has_an_inverse_whose_inverse_it_is(RelationshipType type) {
        assertThat(type.inverse().inverse()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(value = RelationshipType.class, mode = EnumSource.Mode.EXCLUDE, names = "PREDECESSOR")
    void refuses_a_link_to_an_ended_record(RelationshipType type) {
        assertThatThrownBy(() -> RelationshipRules.checkMayBegin(ACTIVE, type, CLOSED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("CLOSED");
    }

    @Test
    void allows_an_ended_predecessor() {
        assertThatCode(() -> RelationshipRules.checkMayBegin(ACTIVE, RelationshipType.PREDECESSOR, CLOSED))
                .doesNotThrowAnyException();
        assertThatCode(() -> RelationshipRules.checkMayStand(
                        ACTIVE, until(RelationshipType.PREDECESSOR, null), CLOSED, TODAY))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        RelationshipRules.checkMayStand(CLOSED, until(RelationshipType.SUCCESSOR, null), ACTIVE, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void does_not_bring_a_link_to_an_ended_record_back() {
        var past = until(RelationshipType.HOSTED_BY, TODAY.minusDays(1));
        var present = until(RelationshipType.HOSTED_BY, TODAY);

        assertThatCode(() -> RelationshipRules.checkMayStand(ACTIVE, past, CLOSED, TODAY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RelationshipRules.checkMayStand(ACTIVE, present, CLOSED, TODAY))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> RelationshipRules.checkMayStand(CLOSED, present, ACTIVE, TODAY))
                .isInstanceOf(Problem.class);
    }

    private static RelationshipRequest until(RelationshipType type, @Nullable LocalDate to) {
        return new RelationshipRequest(type, CLOSED.id(), null, to);
    }
}
