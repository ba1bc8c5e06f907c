package ma.jazari.system;

import static ma.jazari.system.Institutes.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Registry;
import ma.jazari.system.harness.SystemTest;
import org.junit.jupiter.api.Test;

/** A figure from the institute that reports it to the progress that everybody reads, disputed and put right on the way. */
@SystemTest
class FiguresJourneyIT {

    private final String code = "TEST-" + uniqueWord().toUpperCase(Locale.ROOT);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Registry registry;
    private final Caller network;
    private final Caller fes;
    private final Caller agadir;
    private final String fesId;
    private final String agadirId;

    FiguresJourneyIT(Registry registry) {
        this.registry = registry;
        this.network = registry.as("root-admin").with("If-Match", "*");
        this.fes = registry.as("fes-admin").with("If-Match", "*");
        this.agadir = registry.as("agadir-admin").with("If-Match", "*");
        this.fesId = institute("fes");
        this.agadirId = institute("agadir");
    }

    @Test
    void counts_what_is_verified_apart_and_what_was_put_right_once() {
        programme();
        var mine = report(fes, fesId, "100", "");
        var theirs = report(agadir, agadirId, "40", "");
        fes.post(path("/measurements"), measurement(agadirId, "1", "")).expectProblem(403, "forbidden");
        fes.post(path("/measurements"), measurement(fesId, "1", "")).expectProblem(409, "conflict");
        stands("140", "0");

        judge(mine, "VERIFIED", "conforme");
        stands("140", "100");
        judge(theirs, "VERIFIED", "conforme");
        stands("140", "140");
        var before = progress("").text("/asOf");

        judge(theirs, "DISPUTED", "comptés deux fois");
        stands("100", "100");
        var corrected = report(agadir, agadirId, "20", ", \"corrects\": \"" + theirs.text("/id") + "\"");
        stands("120", "100");
        judge(corrected, "VERIFIED", "conforme");
        stands("120", "120");

        var then = progress("&asOf=" + before);
        assertThat(then.text("/indicators/0/total")).isEqualTo("140");
        assertThat(then.text("/indicators/0/verified/total")).isEqualTo("140");
        assertThat(registry.anonymous()
                        .with("Accept", "text/csv")
                        .get(path("/progress?indicator=jobs"))
                        .expect(200)
                        .body())
                .contains("jobs", "120");
        assertThat(registry.anonymous()
                        .with("Accept", "image/svg+xml")
                        .get(path("/progress?indicator=jobs&lang=ar"))
                        .expect(200)
                        .body())
                .contains("<svg", "وظائف");
    }

    /** An active programme below the root, with one indicator. */
    private void programme() {
        network.post(
                        "/v1/programmes",
                        """
                        {"code": "%s", "titles": [{"value": "Programme d'essai", "lang": "fr"}], "parentId": "%s",
                         "leadInstituteId": "%s", "from": "%s", "to": "2030-12-31"}
                        """
                                .formatted(
                                        code,
                                        registry.anonymous()
                                                .get("/v1/programmes/MAROC-IA-2030")
                                                .text("/id"),
                                        fesId,
                                        today.minusDays(300)))
                .expect(201);
        network.post(
                        path("/indicators"),
                        """
                        {"key": "jobs", "titles": [{"value": "Emplois", "lang": "fr"}, {"value": "وظائف", "lang": "ar"}],
                         "unit": "1", "aggregation": "SUM", "baseline": "0", "target": "1000", "targetDate": "2030-12-31"}
                        """)
                .expect(201);
    }

    private Answer report(Caller caller, String instituteId, String value, String more) {
        return caller.post(path("/measurements"), measurement(instituteId, value, more))
                .expect(201);
    }

    private String measurement(String instituteId, String value, String more) {
        return """
                {"indicator": "jobs", "instituteId": "%s", "period": {"from": "%s", "to": "%s"}, "value": "%s",
                 "source": "Registre du personnel", "method": "Comptage"%s}
                """
                .formatted(instituteId, today.minusDays(120), today.minusDays(31), value, more);
    }

    private void judge(Answer measurement, String to, String reason) {
        network.post(
                        path("/measurements/" + measurement.text("/id") + "/transitions"),
                        "{\"to\": \"%s\", \"reason\": \"%s\"}".formatted(to, reason))
                .expect(200);
    }

    private void stands(String total, String verified) {
        var indicator = progress("");
        assertThat(indicator.text("/indicators/0/total")).isEqualTo(total);
        assertThat(indicator.text("/indicators/0/verified/total")).isEqualTo(verified);
    }

    private Answer progress(String more) {
        return registry.anonymous().get(path("/progress?indicator=jobs" + more)).expect(200);
    }

    private String path(String below) {
        return "/v1/programmes/" + code + below;
    }

    private String institute(String name) {
        return registry.anonymous()
                .get("/v1/institutes?q=jazari%20" + name + "&status=ACTIVE")
                .expect(200)
                .texts("/items", "/id")
                .getFirst();
    }
}
