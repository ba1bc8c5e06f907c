package ma.jazari.partnerships.agreement;

import java.time.LocalDate;
import java.util.List;
import ma.jazari.partnerships.agreement.Party.Signatory;
import ma.jazari.partnerships.agreement.Renewal.RenewalMode;
import ma.jazari.platform.text.LocalText;

/** An agreement with something in every place. */
final class AgreementFixture {

    static final PartyRef INSTITUTE = new PartyRef(PartyType.INSTITUTE, "j4k7xq236");
    static final PartyRef UNIVERSITY = new PartyRef(PartyType.PARTNER, "p5m2c0066");

    private AgreementFixture() {}

    static Agreement agreement() {
        return Agreement.of(
                        List.of(new LocalText("Convention cadre", "fr"), new LocalText("اتفاقية إطار", "ar")),
                        ConventionKind.FRAMEWORK,
                        List.of(ConventionDomain.TRAINING, ConventionDomain.RESEARCH),
                        List.of(
                                new Party(
                                        UNIVERSITY,
                                        List.of(PartyRole.SIGNATORY, PartyRole.PARTY),
                                        new Signatory("Amina Alaoui", "Présidente")),
                                new Party(INSTITUTE, List.of(PartyRole.PARTY, PartyRole.SIGNATORY), null)),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2029, 2, 28),
                        new Renewal(RenewalMode.TACIT, 1, 12, 90),
                        List.of(
                                new Term("1", "Objet", "Le cadre de la coopération.\nEt \"rien\" d'autre.", "fr"),
                                new Term("2", null, "Trois ans.", "fr")),
                        List.of(
                                new Contribution(UNIVERSITY, "5", "MAD", "Équipement"),
                                new Contribution(INSTITUTE, "1500000.00", "MAD", null)),
                        List.of(
                                new Obligation("report", UNIVERSITY, "Rapport annuel", null, null),
                                new Obligation(
                                        "lab", INSTITUTE, "Laboratoire commun", LocalDate.of(2026, 12, 31), null)),
                        List.of("b".repeat(64), "a".repeat(64)))
                .normal();
    }
}
