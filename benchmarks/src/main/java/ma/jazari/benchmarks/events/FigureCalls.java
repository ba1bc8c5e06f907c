package ma.jazari.benchmarks.events;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import ma.jazari.benchmarks.load.Call;
import org.jspecify.annotations.Nullable;

/**
 * The requests about programmes and what is measured of them.
 *
 * @param programmes the collection, straight at its service or at the gateway
 */
record FigureCalls(URI programmes) {

    static final String PATH = "/v1/programmes";
    static final String INDICATOR = "trained";

    private static final int OK = 200;
    private static final String PROGRAMME =
            """
            {"sample": true, "code": "%1$s", "titles": [{"value": "Banc d'essai %1$s", "lang": "fr"}], "from": "%2$s"%3$s}
            """;
    private static final String INDICATED =
            """
            {"key": "%s", "titles": [{"value": "Personnes formées", "lang": "fr"}, {"value": "People trained", "lang": "en"}],
             "unit": "personnes", "aggregation": "SUM", "baseline": "0", "target": "10000000000", "targetDate": "2030-12-31"}
            """;
    private static final String MEASUREMENT =
            """
            {"sample": true, "indicator": "%s", "instituteId": "%s", "period": {"from": "%s", "to": "%s"}, "value": "%s",
             "source": "Registre des formations de l'institut", "method": "Somme des inscriptions validées"}
            """;

    Call programme(String code, LocalDate from, @Nullable String parent) {
        var more = parent == null ? "" : ", \"parentId\": \"" + parent + "\"";
        return Call.create(programmes, () -> PROGRAMME.formatted(code, from, more));
    }

    Call indicator(String programme) {
        return Call.create(at(programme, "/indicators"), () -> INDICATED.formatted(INDICATOR));
    }

    /** The n-th measurement of a plan. */
    Call measurement(String programme, FigurePlan plan, int n) {
        var body = MEASUREMENT.formatted(INDICATOR, plan.institute(n).id(), plan.from(n), plan.to(n), plan.value(n));
        return Call.create(at(programme, "/measurements"), () -> body);
    }

    Call verify(String programme, String measurement) {
        return Call.create(
                        at(programme, "/measurements/" + measurement + "/transitions"), () -> "{\"to\": \"VERIFIED\"}")
                .with(Map.of("If-Match", "*"))
                .expecting(OK);
    }

    /**
     * The progress of the indicator.
     *
     * @param type of the answer, such as {@code text/csv}
     * @param more of the query, beginning with an ampersand; empty for none
     */
    Call progress(String programme, String type, String more) {
        return Call.get(at(programme, "/progress?indicator=" + INDICATOR + more))
                .with(Map.of("Accept", type));
    }

    private URI at(String programme, String what) {
        return URI.create(programmes + "/" + programme + what);
    }
}
