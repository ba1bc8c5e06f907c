package ma.jazari.partnerships.rorimport;

import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.partner;
import static ma.jazari.partnerships.partner.PartnerFixture.patch;
import static ma.jazari.partnerships.rorimport.RorFixture.gzip;
import static ma.jazari.partnerships.rorimport.RorFixture.importFile;
import static ma.jazari.partnerships.rorimport.RorFixture.importLines;
import static ma.jazari.partnerships.rorimport.RorFixture.on;
import static ma.jazari.partnerships.rorimport.RorFixture.record;
import static ma.jazari.partnerships.rorimport.RorFixture.rorId;
import static ma.jazari.partnerships.rorimport.RorFixture.zip;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jazari.platform.test.HashChain;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class RorImportTest {

    @Test
    void imports_real_records_and_finds_them_unchanged_the_second_time() {
        counts(importFile(RorFile.NDJSON_TYPE, RorFixture.morocco(), Map.of()), 14, 0, 0, 0);
        var changes = changesOf("https://ror.org/04wbcfb93");
        counts(importFile(RorFile.NDJSON_TYPE, RorFixture.morocco(), Map.of()), 0, 0, 14, 0);

        assertThat(changesOf("https://ror.org/04wbcfb93")).isEqualTo(changes).containsExactly("partner.imported");
        byRor("https://ror.org/04wbcfb93")
                .then()
                .body("items[0].type", equalTo("RESEARCH"))
                .body("items[0].displayName", equalTo("Institut de Recherche en Energie Solaire et Energies Nouvelles"))
                .body("items[0].location.city", equalTo("Rabat"))
                .body("items[0].provenance.names.source", equalTo("ROR"));
        byRor("https://ror.org/02fcxa359").then().body("items[0].status", equalTo("INACTIVE"));
        anonymous()
                .queryParam("text", "Institut Agronomique et Veterinaire Hassan II, Rabat, Morocco")
                .get("/v1/partners/match")
                .then()
                .body("items[0].chosen", equalTo(true))
                .body("items[0].partner.externalIds[0].value", equalTo("https://ror.org/05f8qcz72"));
    }

    @Test
    void takes_arrays_lines_zips_and_gzip_alike() {
        var array = "\ufeff [\n" + record(rorId(), "Format Un") + ",\n" + record(rorId(), "Format Deux") + "\n]\n";
        counts(importFile(RorFile.JSON_TYPE, bytes(array), Map.of()), 2, 0, 0, 0);
        var gzipped = importFile(Tokens.networkAdmin(), RorFile.JSON_TYPE, "gzip", gzip(bytes(array)), Map.of());
        counts(gzipped, 0, 0, 2, 0);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("v1.58-2024-12-11-ror-data.json", bytes("[{\"id\": \"schema 1\"}]"));
        files.put("v1.58-2024-12-11-ror-data_schema_v2.csv", bytes("id,names\n"));
        files.put("v1.58-2024-12-11-ror-data_schema_v2.json", bytes(array));
        counts(importFile(RorFile.ZIP_TYPE, zip(files), Map.of()), 0, 0, 2, 0);
        var lines = zip(Map.of("dump.ndjson", bytes("\n" + record(rorId(), "Format Trois") + "\n\n")));
        counts(importFile(RorFile.ZIP_TYPE, lines, Map.of()), 1, 0, 0, 0);
        counts(importFile(RorFile.JSON_TYPE, bytes("[]"), Map.of()), 0, 0, 0, 0);
    }

    @Test
    void refuses_bad_records_with_their_reasons_and_loses_nothing_else() {
        var good = rorId();
        var other = rorId();

        var answer = importLines(
                record(good, "Bon Institut"),
                "{\"id\": ",
                "",
                record("https://ror.org/03ckf5b21", "Faux chiffre"),
                record(rorId(), "Sans pays").replace("\"MA\"", "null"),
                record(good, "Encore le bon"),
                "\"" + "x".repeat(1_000_001) + "\"",
                record(other, "Autre bon institut"));

        counts(answer, 2, 0, 0, 5);
        answer.then()
                .body("lines.line", contains(2, 4, 5, 6, 7))
                .body("lines[1].errors.pointer", contains("/id"))
                .body("lines[3].errors[0].detail", containsString("line 1"))
                .body("lines[4].errors[0].detail", containsString("longer than"))
                .body("linesOmitted", equalTo(0));
        byRor(good).then().body("items", hasSize(1));
        byRor(other).then().body("items", hasSize(1));
    }

    @Test
    void reports_a_bounded_number_of_bad_records() {
        var answer = importLines(IntStream.range(0, 1_100).mapToObj(i -> "{}").toArray(String[]::new));

        counts(answer, 0, 0, 0, 1_100);
        answer.then().body("lines", hasSize(1_000)).body("linesOmitted", equalTo(100));
    }

    @Test
    void changes_what_changed_and_never_goes_back_to_an_older_record() {
        var id = rorId();
        var first = record(id, "Institut Changeant");
        counts(importLines(first), 1, 0, 0, 0);

        var renamed = on("2024-06-01", record(id, "Institut Changé").replace("\"active\"", "\"inactive\""));
        counts(importLines(renamed), 0, 1, 0, 0);
        counts(importLines(first), 0, 0, 1, 0);
        counts(importLines(on("2024-07-01", renamed.replace("2024-06-01", "2024-01-01"))), 0, 0, 1, 0);

        byRor(id)
                .then()
                .body("items[0].displayName", equalTo("Institut Changé"))
                .body("items[0].status", equalTo("INACTIVE"))
                .body("items[0].version", equalTo(2))
                .body("items[0].provenance.names.version", equalTo(2))
                .body("items[0].provenance.names.recordDate", equalTo("2024-06-01"))
                .body("items[0].provenance.type.version", equalTo(1))
                .body("items[0].provenance.type.recordDate", equalTo("2024-01-01"));
        assertThat(changesOf(id)).containsExactly("partner.imported", "partner.deactivated");
        var partnerId = byRor(id).<String>path("items[0].id");
        assertThat(HashChain.holds(
                        anonymous().get("/v1/partners/{id}/history", partnerId).asString()))
                .isTrue();
    }

    @Test
    void writes_nothing_on_a_dry_run() {
        var id = rorId();
        var known = rorId();
        counts(importLines(record(known, "Institut connu à sec")), 1, 0, 0, 0);
        var file = bytes(
                record(id, "Institut à sec") + "\n" + on("2024-02-01", record(known, "Institut renommé")) + "\n{}");

        var answer = importFile(RorFile.NDJSON_TYPE, file, Map.of("dryRun", "true"));

        counts(answer, 1, 1, 0, 1);
        answer.then().body("dryRun", equalTo(true));
        byRor(id).then().body("items", empty());
        byRor(known).then().body("items[0].displayName", equalTo("Institut connu à sec"));
        counts(importFile(RorFile.NDJSON_TYPE, file, Map.of()), 1, 1, 0, 1);
    }

    @Test
    void makes_no_second_partner_of_one_that_was_entered_by_hand() {
        var id = rorId();
        var named = activePartner("Institut Saisi à la Main");

        importLines(record(id, "institut saisi a la main"))
                .then()
                .body("rejected", equalTo(1))
                .body("lines[0].errors[0].detail", containsString(named));
        var file = bytes(record(id, "institut saisi a la main"));
        counts(importFile(RorFile.NDJSON_TYPE, file, Map.of("confirmed", "true")), 1, 0, 0, 0);
        // Two that ROR tells apart are two.
        counts(
                importLines(
                        record(rorId(), "institut Saisi A la Main 2"), record(rorId(), "Institut saisi a la main 2")),
                2,
                0,
                0,
                0);
    }

    @Test
    void completes_the_partner_that_has_the_ror_id_and_keeps_what_is_written_of_it() {
        var id = rorId();
        var ids = ", \"externalIds\": [{\"scheme\": \"ROR\", \"value\": \"" + id + "\"}]";
        var partnerId = created(create(partner("Nom choisi", ids)));

        counts(importLines(record(id, "Nom de ROR")), 0, 1, 0, 0);

        byRor(id)
                .then()
                .body("items.id", contains(partnerId))
                .body("items[0].displayName", equalTo("Nom choisi"))
                .body("items[0].location.city", equalTo("Rabat"))
                .body("items[0].provenance.names.source", equalTo("ADMINISTRATOR"))
                .body("items[0].provenance.names.recordDate", nullValue())
                .body("items[0].provenance.location.source", equalTo("ROR"))
                .body("items[0].provenance.type.source", equalTo("ROR"));
        counts(importLines(record(id, "Nom de ROR")), 0, 0, 1, 0);
        var second = created(create(
                partner(
                        "Encore un autre",
                        ids.replace("}]", "}, {\"scheme\": \"ROR\", \"value\": \"" + rorId() + "\"}]")),
                true));
        assertThat(second).isNotEqualTo(partnerId);
        counts(importLines(on("2025-01-01", record(id, "Nom nouveau de ROR"))), 0, 0, 1, 0);
    }

    @Test
    void follows_the_ror_id_that_an_administrator_gives_a_partner() {
        var wrong = rorId();
        var right = rorId();
        counts(importLines(record(wrong, "Institut Mal Identifié")), 1, 0, 0, 0);
        var partnerId = byRor(wrong).<String>path("items[0].id");

        patch(
                        Tokens.networkAdmin(),
                        partnerId,
                        "*",
                        "{\"externalIds\": [{\"scheme\": \"ROR\", \"value\": \"" + right + "\"}]}")
                .then()
                .statusCode(200)
                .body("provenance", nullValue());

        counts(importLines(record(right, "Institut Bien Identifié")), 0, 1, 0, 0);
        counts(importLines(on("2025-01-01", record(wrong, "Institut Tout Autre"))), 1, 0, 0, 0);
        byRor(right)
                .then()
                .body("items.id", contains(partnerId))
                .body("items[0].displayName", equalTo("Institut Mal Identifié"))
                .body("items[0].provenance.externalIds.source", equalTo("ADMINISTRATOR"));
        byRor(wrong).then().body("items.displayName", contains("Institut Tout Autre"));
    }

    @Test
    void refuses_an_id_that_two_partners_have() {
        var id = rorId();
        var ids = ", \"externalIds\": [{\"scheme\": \"ROR\", \"value\": \"" + id + "\"}]";
        created(create(partner("Premier des deux", ids)));
        created(create(partner("Second des deux", ids), true));

        importLines(record(id, "Lequel des deux"))
                .then()
                .body("rejected", equalTo(1))
                .body("lines[0].errors[0].detail", containsString("several partners"));
    }

    @Test
    void leaves_a_merged_partner_as_it_is() {
        var id = rorId();
        counts(importLines(record(id, "Institut qui fusionne")), 1, 0, 0, 0);
        var source = byRor(id).<String>path("items[0].id");
        as(Tokens.networkAdmin())
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"to\": \"MERGED\", \"reason\": \"One team\", \"successorId\": \""
                        + activePartner("Successeur de ROR") + "\"}")
                .post("/v1/partners/{id}/transitions", source)
                .then()
                .statusCode(200);

        counts(importLines(on("2025-01-01", record(id, "Institut ressuscité"))), 0, 0, 1, 0);

        anonymous()
                .get("/v1/partners/{id}?redirect=false", source)
                .then()
                .body("status", equalTo("MERGED"))
                .body("version", equalTo(2));
    }

    @Test
    void says_why_a_file_cannot_be_read_any_further_and_keeps_what_came_before() {
        var id = rorId();
        importFile(RorFile.JSON_TYPE, bytes("[" + record(id, "Avant la fin") + ", {\"id\""), Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("not closed"))
                .body("created", equalTo(1));
        byRor(id).then().body("items", hasSize(1));

        var bomb = zip(Map.of("bomb.json", new byte[20_000_000]));
        importFile(RorFile.ZIP_TYPE, bomb, Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("detail", containsString("100 times"));
        importFile(RorFile.ZIP_TYPE, zip(Map.of("readme.txt", new byte[1])), Map.of())
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("no file"));
        importFile(RorFile.ZIP_TYPE, bytes("[]"), Map.of()).then().statusCode(400);
        importFile(Tokens.networkAdmin(), RorFile.JSON_TYPE, "gzip", bytes("[]"), Map.of())
                .then()
                .statusCode(400);
        importFile(Tokens.networkAdmin(), RorFile.JSON_TYPE, "br", bytes("[]"), Map.of())
                .then()
                .statusCode(415);
        importFile("text/csv", bytes("id"), Map.of()).then().statusCode(415);
    }

    @Test
    void is_for_the_network_administrator_alone() {
        anonymous()
                .contentType(RorFile.JSON_TYPE)
                .body("[]")
                .post("/v1/partners/import")
                .then()
                .statusCode(401);
        for (var token : List.of(Tokens.auditor(), Tokens.partner("p00000098"), Tokens.instituteAdmin("j00000098"))) {
            importFile(token, RorFile.JSON_TYPE, "identity", bytes("[]"), Map.of())
                    .then()
                    .statusCode(403);
        }
        importFile(RorFile.JSON_TYPE, bytes("[]"), Map.of("dryRun", "perhaps"))
                .then()
                .statusCode(400);
    }

    @Test
    void makes_one_partner_of_a_record_that_is_imported_many_times_at_once() throws Exception {
        var records = IntStream.range(0, 40)
                .mapToObj(i -> record(rorId(), "Institut Concurrent " + i))
                .collect(Collectors.toCollection(ArrayList::new));
        var file = bytes(String.join("\n", records));
        var calls = IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(i -> () -> importFile(RorFile.NDJSON_TYPE, file, Map.of()))
                .toList();

        long created = 0;
        try (var clients = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : clients.invokeAll(calls)) {
                assertThat(answer.get().statusCode()).isIn(200, 409);
                created += answer.get().statusCode() == 200 ? answer.get().<Integer>path("created") : 0;
            }
        }

        assertThat(created).isEqualTo(40);
        anonymous().get("/v1/partners?q=institut concurrent&total=true").then().body("total", equalTo(40));
    }

    private static void counts(Response answer, int created, int updated, int unchanged, int rejected) {
        answer.then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("created", equalTo(created))
                .body("updated", equalTo(updated))
                .body("unchanged", equalTo(unchanged))
                .body("rejected", equalTo(rejected))
                .body("accepted", equalTo(created + updated + unchanged));
    }

    private static Response byRor(String id) {
        return anonymous().queryParam("externalId", id).get("/v1/partners");
    }

    private static List<String> changesOf(String rorId) {
        var partnerId = byRor(rorId).<String>path("items[0].id");
        return anonymous().get("/v1/partners/{id}/history", partnerId).path("items.type");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
