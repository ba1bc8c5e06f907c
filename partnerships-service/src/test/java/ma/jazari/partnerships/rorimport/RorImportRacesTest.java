package ma.jazari.partnerships.rorimport;

import static ma.jazari.partnerships.partner.PartnerFixture.create;
import static ma.jazari.partnerships.partner.PartnerFixture.created;
import static ma.jazari.partnerships.partner.PartnerFixture.partner;
import static ma.jazari.partnerships.rorimport.RorFixture.importLines;
import static ma.jazari.partnerships.rorimport.RorFixture.record;
import static ma.jazari.partnerships.rorimport.RorFixture.rorId;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.partnerships.provenance.RorStatements;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.Test;

/** Imports that meet others on their way, or nobody. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RorImportRacesTest {

    private static final Order ORDER = new Order(false, false, Actor.ANONYMOUS);

    @Inject
    RorImportService service;

    @Inject
    RorStatements statements;

    @Inject
    EntityManager entities;

    @Test
    void gives_the_turn_back_when_its_client_is_gone_before_it_runs() throws IOException {
        var abandoned = service.begin(upload(), ORDER);
        assertThatThrownBy(() -> service.begin(upload(), ORDER)).isInstanceOf(Problem.class);

        abandoned.abandon();

        service.begin(upload(), ORDER).run(OutputStream.nullOutputStream());
        assertThatThrownBy(() -> abandoned.run(OutputStream.nullOutputStream())).isInstanceOf(IOException.class);
    }

    @Test
    void leaves_a_record_to_the_partner_that_another_import_made_of_it() {
        var id = rorId();
        importLines(record(id, "Institut Disputé")).then().statusCode(200);
        var other = created(create(partner("Institut Usurpateur", "")));

        assertThatThrownBy(() -> put(other, id, LocalDate.of(2025, 1, 1)))
                .isInstanceOf(DatabaseFailure.class)
                .hasRootCauseMessage("another import has taken one of the records");
        var owner = byRor(id).path("items[0].id").toString();
        assertThatThrownBy(() -> put(owner, id, LocalDate.of(2023, 1, 1))).isInstanceOf(DatabaseFailure.class);
    }

    private void put(String partnerId, String rorId, LocalDate date) {
        QuarkusTransaction.requiringNew().run(() -> {
            var partner = entities.find(Partner.class, partnerId);
            statements.put(Map.of(partner, new RorStatement(rorId, date, partner.fields())));
        });
    }

    @Test
    void makes_one_partner_of_what_is_imported_and_entered_at_once() throws Exception {
        for (int round = 0; round < 6; round++) {
            var id = rorId();
            var name = "Institut Simultané " + round;
            var entered = partner(
                    name,
                    ", \"externalIds\": [{\"scheme\": \"ROR\", \"value\": \"%s\", \"preferred\": true}]".formatted(id));
            List<Callable<Integer>> both =
                    List.of(() -> importLines(record(id, name)).statusCode(), () -> create(entered)
                            .statusCode());

            try (var clients = Executors.newFixedThreadPool(2)) {
                assertThat(clients.invokeAll(both))
                        .extracting(Future::resultNow)
                        .allMatch(s -> s < 500);
            }

            byRor(id).then().body("items", hasSize(1));
        }
    }

    @Test
    void refuses_text_that_nobody_could_write_and_says_so() {
        var id = rorId();

        importLines(record(id, "Institut \\u0092 Illisible"))
                .then()
                .body("rejected", equalTo(1))
                .body("lines[0].errors.pointer", contains("/names/0/value"));
    }

    private static Response byRor(String id) {
        return anonymous().queryParam("externalId", id).get("/v1/partners");
    }

    private static RorFile.Upload upload() {
        var record = record(rorId(), "Institut Abandonné").getBytes(StandardCharsets.UTF_8);
        return new RorFile.Upload(new ByteArrayInputStream(record), false, false);
    }
}
