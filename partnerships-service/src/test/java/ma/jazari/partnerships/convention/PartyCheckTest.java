package ma.jazari.partnerships.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartyCheckTest {

    private static final PartyRef FES = new PartyRef(PartyType.INSTITUTE, "j4k7xq236");
    private static final PartyRef DRAFT = new PartyRef(PartyType.INSTITUTE, "j00000098");
    private static final PartyRef UNIVERSITY = new PartyRef(PartyType.PARTNER, "p5m2c0066");
    private static final Map<PartyRef, Standing> KNOWN = Map.of(
            FES, new Standing(FES, "ACTIVE", true, "MA"),
            DRAFT, new Standing(DRAFT, "DRAFT", false, "MA"));
    private static final Actor NETWORK_ADMIN = new Actor("1", "root", Set.of(Role.NETWORK_ADMIN), Set.of());
    private static final Actor FES_ADMIN = actingFor(FES);

    @Test
    void lets_active_parties_in() {
        assertThatCode(() -> PartyCheck.check(List.of(FES), KNOWN, FES_ADMIN)).doesNotThrowAnyException();
    }

    @Test
    void gives_the_reason_for_each_party_with_its_place() {
        var problem = refusal(List.of(FES, DRAFT, UNIVERSITY), NETWORK_ADMIN);

        assertThat(problem.type().status()).isEqualTo(409);
        assertThat(problem.detail())
                .contains("institute j00000098 is DRAFT; a party must be ACTIVE")
                .contains("no partner p5m2c0066 is known");
        assertThat(problem.body("/", null))
                .extractingByKey("parties")
                .asInstanceOf(LIST)
                .containsExactly(
                        new PartyCheck.Refusal(
                                "/parties/1", DRAFT, "institute j00000098 is DRAFT; a party must be ACTIVE"),
                        new PartyCheck.Refusal("/parties/2", UNIVERSITY, "no partner p5m2c0066 is known"));
    }

    @Test
    void does_not_tell_a_stranger_that_a_draft_exists() {
        assertThat(refusal(List.of(FES, DRAFT), FES_ADMIN).detail())
                .contains("no institute j00000098 is known")
                .doesNotContain("DRAFT");
        assertThat(refusal(List.of(FES, DRAFT), actingFor(DRAFT)).detail()).contains("is DRAFT");
    }

    @Test
    void sees_the_south_in_another_african_country_alone() {
        assertThat(SouthSouth.between(KNOWN.values())).isFalse();
        assertThat(SouthSouth.between(List.of(standing("SN"), standing("MA")))).isTrue();
        assertThat(SouthSouth.between(List.of(standing("FR"), standing(null)))).isFalse();
    }

    private static Standing standing(@Nullable String country) {
        return new Standing(UNIVERSITY, "ACTIVE", true, country);
    }

    private static Problem refusal(List<PartyRef> parties, Actor actor) {
        return catchThrowableOfType(Problem.class, () -> PartyCheck.check(parties, KNOWN, actor));
    }

    private static Actor actingFor(PartyRef party) {
        return new Actor(
                "2",
                "own",
                Set.of(Role.INSTITUTE_ADMIN),
                Set.of(new Scope(party.type().name(), party.id())));
    }
}
