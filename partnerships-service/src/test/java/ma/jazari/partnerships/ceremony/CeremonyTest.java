package ma.jazari.partnerships.ceremony;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.drafted;
import static ma.jazari.partnerships.convention.ConventionFixture.inForce;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.PUBLIC;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.activeInstitute;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.anId;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.awaitCopy;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.merged;
import static ma.jazari.partnerships.institutecopy.InstituteMessageFixture.state;
import static ma.jazari.partnerships.partner.PartnerFixture.activePartner;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.platform.test.Feed;
import ma.jazari.platform.test.MessageSchema;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import ma.jazari.platform.test.TopicReader;
import org.junit.jupiter.api.Test;

/** What a ceremony that was held brings to the conventions that it names: a proposal, and never a signature. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CeremonyTest {

    private static final String RESTRICTED = "jazari.conventions.restricted";

    private final String programEventId = UUID.randomUUID().toString();

    @Test
    void proposes_the_signature_of_what_is_approved_and_signs_nothing() {
        var institute = activeInstitute();
        var partner = activePartner("Université cérémonieuse");
        var id = approved(institute, partner);

        var message = held(institute, id);

        awaitProposal(id);
        as(Tokens.partner(partner))
                .get("/v1/conventions/{id}", id)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("signatureProposal.programEventId", equalTo(programEventId))
                .body("signatureProposal.on", equalTo("2026-11-20"))
                .body("signatures", empty())
                .body("awaiting.act", contains("SIGN", "SIGN"));
        as(Tokens.partner(partner))
                .get("/v1/conventions/{id}/history?limit=200", id)
                .then()
                .body("items[-1].type", equalTo("convention.signature-proposed"))
                .body("items[-1].actor.name", equalTo("ceremony"))
                .body("items[-1].causationId", equalTo(message))
                .body("items[0].causationId", nullValue());
    }

    @Test
    void says_on_kafka_and_in_the_feed_which_change_it_follows_from() {
        var institute = activeInstitute();
        var id = approved(institute, activePartner("Université informée"));
        var since = Feed.end();

        var message = held(institute, id);

        var published = await().atMost(20, SECONDS)
                .until(() -> TopicReader.messages(RESTRICTED, id), found -> TopicReader.header(
                                found.getLast(), "ce_type")
                        .orElseThrow()
                        .contains("signature-proposed"))
                .getLast();
        assertThat(TopicReader.header(published, "ce_causationid")).contains(message);
        assertThat(MessageSchema.violations(published)).isEmpty();
        as(Tokens.auditor())
                .get("/v1/changes?limit=200&types=convention.signature-proposed&after={after}", since)
                .then()
                .body("items.findAll { it.subject.id == '" + id + "' }.causationId", contains(message));
    }

    @Test
    void proposes_once_however_often_it_hears_of_the_ceremony() {
        var institute = activeInstitute();
        var first = approved(institute, activePartner("Université une fois"));
        var second = approved(institute, activePartner("Université seconde"));
        held(institute, first);

        held(institute, first, second);

        awaitProposal(second);
        assertThat(proposalsOf(first)).hasSize(1);
    }

    @Test
    void keeps_the_proposal_for_what_is_not_approved_yet() {
        var institute = activeInstitute();
        var id = drafted("Convention en retard", institute, activePartner("Université en retard"));

        held(institute, id);

        awaitProposal(id);
        as(Tokens.instituteAdmin(institute))
                .get("/v1/conventions/{id}", id)
                .then()
                .body("status", equalTo("DRAFT"));
    }

    @Test
    void takes_no_word_from_a_host_that_is_no_party() {
        var institute = activeInstitute();
        var id = approved(institute, activePartner("Université discrète"));
        held(activeInstitute(), id);

        var message = held(institute, id);

        awaitProposal(id);
        assertThat(proposalsOf(id)).containsExactly(message);
    }

    @Test
    void takes_the_word_of_jazari_root_and_of_what_a_party_has_become() {
        var root = anId();
        TopicReader.publish(
                PUBLIC, "institute.updated", root, state(root, "ACTIVE", 3).replace("\"INSTITUTE\"", "\"ROOT\""));
        awaitCopy(root, "ACTIVE");
        var institute = activeInstitute();
        var id = approved(institute, activePartner("Université du réseau"));
        var another = approved(institute, activePartner("Université héritière"));
        var successor = activeInstitute();
        merged(institute, successor, 4);

        held(root, id);
        held(successor, another);

        awaitProposal(id);
        awaitProposal(another);
    }

    @Test
    void passes_over_what_is_signed_or_does_not_exist() {
        var institute = activeInstitute();
        var partner = activePartner("Université pressée de signer");
        var inForce = inForce("", institute, partner);
        var id = approved(institute, partner);

        held(institute, UUID.randomUUID().toString(), inForce, id);

        awaitProposal(id);
        assertThat(proposalsOf(inForce)).isEmpty();
    }

    @Test
    void waits_until_the_ceremony_is_over() {
        var institute = activeInstitute();
        var announced = approved(institute, activePartner("Université annoncée"));
        var id = approved(institute, activePartner("Université tenue"));
        tell("published", programEvent("SIGNATURE_CEREMONY", "PUBLISHED", institute, announced));
        tell("completed", programEvent("CONFERENCE", "COMPLETED", institute, announced));

        held(institute, id);

        awaitProposal(id);
        assertThat(proposalsOf(announced)).isEmpty();
    }

    private static String approved(String institute, String partner) {
        var id = drafted("Convention à signer", institute, partner);
        move(Tokens.instituteAdmin(institute), id, "PROPOSED").then().statusCode(200);
        approve(Tokens.instituteAdmin(institute), id, institute).then().statusCode(201);
        approve(Tokens.partner(partner), id, partner).then().statusCode(201);
        return id;
    }

    private String held(String host, String... conventionIds) {
        return tell("completed", programEvent("SIGNATURE_CEREMONY", "COMPLETED", host, conventionIds));
    }

    private String tell(String fact, String programEvent) {
        return TopicReader.publish("jazari.program-events", "program-event." + fact, programEventId, programEvent);
    }

    private String programEvent(String type, String status, String host, String... conventionIds) {
        return """
                {"id": "%s", "type": "%s", "status": "%s", "start": "2026-11-20T10:00", "zone": "Africa/Casablanca",
                 "hostInstituteIds": ["%s"], "conventionIds": [%s], "version": 3}
                """
                .formatted(
                        programEventId,
                        type,
                        status,
                        host,
                        Arrays.stream(conventionIds).map(id -> "\"" + id + "\"").collect(Collectors.joining(", ")));
    }

    private static void awaitProposal(String id) {
        await().atMost(20, SECONDS)
                .until(() ->
                        as(Tokens.auditor()).get("/v1/conventions/{id}", id).path("signatureProposal") != null);
    }

    /** The messages that the convention's proposals follow from. */
    private static List<String> proposalsOf(String id) {
        return as(Tokens.auditor())
                .get("/v1/conventions/{id}/history?limit=200", id)
                .path("items.findAll { it.type == 'convention.signature-proposed' }.causationId");
    }
}
