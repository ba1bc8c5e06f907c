package ma.jazari.benchmarks.conventions;

import java.net.URI;
import java.util.Map;
import ma.jazari.benchmarks.load.Call;

/**
 * The requests of a convention between an institute and a university.
 *
 * @param institute its id; the owner, and the first to approve
 */
record ConventionCalls(String institute, String university) {

    static final String TITLE = "Banc d'essai";

    private static final int OK = 200;
    private static final String DRAFT =
            """
            {"sample": true, "kind": "FRAMEWORK", "domains": ["RESEARCH", "TRAINING"],
             "titles": [{"value": "%1$s", "lang": "fr"}, {"value": "منصة اختبار", "lang": "ar"}],
             "ownerParty": {"type": "INSTITUTE", "id": "%2$s"},
             "parties": [{"party": {"type": "INSTITUTE", "id": "%2$s"}, "roles": ["PARTY", "SIGNATORY"]},
                         {"party": {"type": "PARTNER", "id": "%3$s"}, "roles": ["PARTY", "SIGNATORY"]}],
             "effectiveFrom": "2026-03-01", "effectiveTo": "2029-02-28",
             "terms": [{"number": "1", "heading": "Objet", "lang": "fr",
                        "text": "La présente convention fixe le cadre de la coopération des parties en recherche."},
                       {"number": "2", "heading": "Durée", "lang": "fr",
                        "text": "La présente convention est conclue pour trois ans."}]}
            """;
    private static final String PROPOSAL = "{\"to\": \"PROPOSED\"}";
    private static final String APPROVAL =
            "{\"party\": {\"type\": \"%s\", \"id\": \"%s\"}, \"revision\": 1, \"digest\": \"%s\"}";

    /** @param conventions the collection, straight at its service or at the gateway */
    Call create(URI conventions) {
        return Call.create(conventions, () -> DRAFT.formatted(TITLE, institute, university));
    }

    /** A step after the first with a convention that waits for it. */
    Call call(Step step, URI conventions, Waiting waiting) {
        return switch (step) {
            case CREATE -> create(conventions);
            case PROPOSE -> whatever(Call.create(at(conventions, waiting, "transitions"), () -> PROPOSAL), OK);
            case APPROVE -> approval(conventions, waiting, "INSTITUTE", institute);
            case APPROVE_LAST -> approval(conventions, waiting, "PARTNER", university);
        };
    }

    private Call approval(URI conventions, Waiting waiting, String type, String party) {
        var call = Call.create(
                at(conventions, waiting, "approvals"), () -> APPROVAL.formatted(type, party, waiting.digest()));
        return whatever(call, call.expected());
    }

    /** The same call of whatever version the convention has. */
    private static Call whatever(Call call, int expected) {
        return call.with(Map.of("If-Match", "*")).expecting(expected);
    }

    private static URI at(URI conventions, Waiting waiting, String what) {
        return URI.create(conventions + "/" + waiting.id() + "/" + what);
    }
}
