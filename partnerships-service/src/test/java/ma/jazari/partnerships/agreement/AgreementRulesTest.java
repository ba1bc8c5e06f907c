package ma.jazari.partnerships.agreement;

import static ma.jazari.partnerships.agreement.AgreementFixture.INSTITUTE;
import static ma.jazari.partnerships.agreement.AgreementFixture.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Renewal.RenewalMode;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;
import org.junit.jupiter.api.Test;

class AgreementRulesTest {

    private static final PartyRef STRANGER = new PartyRef(PartyType.PARTNER, "p00000098");
    private static final PartyRef MISTYPED = new PartyRef(PartyType.PARTNER, "p5m2c0067");

    @Test
    void accepts_what_is_right() {
        assertThat(pointers(agreement())).isEmpty();
    }

    @Test
    void finds_everything_that_is_wrong_at_once() {
        var party = new Party(INSTITUTE, List.of(PartyRole.PARTY, PartyRole.PARTY), null);
        var agreement = Agreement.of(
                List.of(new LocalText("Un", "fr"), new LocalText("Deux", "fr")),
                ConventionKind.SPECIFIC,
                List.of(ConventionDomain.RESEARCH, ConventionDomain.RESEARCH),
                List.of(party, party, new Party(MISTYPED, List.of(PartyRole.WITNESS), null)),
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 1),
                new Renewal(RenewalMode.TACIT, null, null, null),
                List.of(new Term("1", null, "Un", "fr"), new Term("1", null, "Un encore", "fr")),
                List.of(
                        new Contribution(STRANGER, "1.001", "MAD", null),
                        new Contribution(INSTITUTE, "1", "XXX", null)),
                List.of(new Obligation("lab", STRANGER, "Laboratoire", null, null)),
                List.of("a".repeat(64), "a".repeat(64)));

        assertThat(pointers(agreement))
                .containsExactlyInAnyOrder(
                        "/titles/1",
                        "/domains/1",
                        "/parties/1",
                        "/parties/0/roles/1",
                        "/parties/1/roles/1",
                        "/parties/2/party/id",
                        "/effectiveTo",
                        "/renewal/times",
                        "/renewal/months",
                        "/terms/1",
                        "/contributions/0/party",
                        "/contributions/0/amount",
                        "/contributions/1/currency",
                        "/obligations/0/party",
                        "/annexes/1");
    }

    private static List<String> pointers(Agreement agreement) {
        var violations = new Violations();
        AgreementRules.check(agreement, violations);
        return violations.all().stream().map(Violation::pointer).toList();
    }
}
