package ma.jazari.partnerships.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;

/** The rules within one agreement: what is named once, who may be named at all, and the order of dates. */
public final class AgreementRules {

    private AgreementRules() {}

    /** Adds what breaks a rule, with its place in a request that has the agreement's properties. */
    public static void check(Agreement agreement, Violations violations) {
        once(agreement.titles(), LocalText::lang, "/titles", violations);
        once(agreement.domains(), Enum::name, "/domains", violations);
        once(agreement.parties(), party -> party.party().key(), "/parties", violations);
        once(agreement.terms(), term -> term.number() + " in " + term.lang(), "/terms", violations);
        once(agreement.obligations(), Obligation::key, "/obligations", violations);
        once(agreement.annexesOrNone(), digest -> digest, "/annexes", violations);
        each(agreement.parties(), "/parties", (party, pointer) -> check(party, pointer, violations));
        each(agreement.contributions(), "/contributions", (money, pointer) -> money.check(pointer, violations));
        each(agreement.obligations(), "/obligations", (owed, pointer) -> owed.check(pointer, violations));
        if (agreement.renewal() != null) {
            agreement.renewal().check(violations);
        }
        LegalDates.check(agreement.effectiveFrom(), "/effectiveFrom", violations);
        LegalDates.check(agreement.effectiveTo(), "/effectiveTo", violations);
        each(
                agreement.obligations(),
                "/obligations",
                (owed, pointer) -> LegalDates.check(owed.due(), pointer + "/due", violations));
        checkDates(agreement, violations);
        among(agreement.organisations(), agreement.contributions(), Contribution::party, "/contributions", violations);
        among(agreement.organisations(), agreement.obligations(), Obligation::party, "/obligations", violations);
    }

    /** Adds a violation for each entry that names an organisation which is not a party. */
    public static <T> void among(
            List<PartyRef> parties, List<T> entries, Function<T, PartyRef> party, String path, Violations violations) {
        each(entries, path, (entry, pointer) -> {
            if (!parties.contains(party.apply(entry))) {
                violations.add(pointer + "/party", "must be one of the parties");
            }
        });
    }

    private static void check(Party party, String pointer, Violations violations) {
        if (!party.party().hasWellFormedId()) {
            violations.add(
                    pointer + "/party/id",
                    "is not an id of " + (party.party().type() == PartyType.INSTITUTE ? "an institute" : "a partner")
                            + ": look for a typing error");
        }
        once(party.roles(), Enum::name, pointer + "/roles", violations);
    }

    private static void checkDates(Agreement agreement, Violations violations) {
        var from = agreement.effectiveFrom();
        var to = agreement.effectiveTo();
        if (from != null && to != null && to.isBefore(from)) {
            violations.add("/effectiveTo", "must not be before effectiveFrom");
        }
    }

    private static <T> void once(List<T> entries, Function<T, String> key, String path, Violations violations) {
        var seen = new HashSet<String>();
        each(entries, path, (entry, pointer) -> {
            if (!seen.add(key.apply(entry))) {
                violations.add(pointer, "names " + key.apply(entry) + " a second time");
            }
        });
    }

    private static <T> void each(List<T> entries, String path, Check<T> check) {
        IntStream.range(0, entries.size()).forEach(i -> check.at(entries.get(i), path + "/" + i));
    }

    private interface Check<T> {
        void at(T entry, String pointer);
    }
}
