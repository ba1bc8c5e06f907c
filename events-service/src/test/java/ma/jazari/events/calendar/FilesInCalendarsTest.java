package ma.jazari.events.calendar;

import static ma.jazari.events.file.FileFixture.remove;
import static ma.jazari.events.file.FileFixture.uploaded;
import static ma.jazari.events.programevent.ApiFixture.activeInstituteWithoutEvents;
import static ma.jazari.events.programevent.ApiFixture.draft;
import static ma.jazari.events.programevent.ApiFixture.move;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import biweekly.Biweekly;
import biweekly.property.Attachment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** The files of events as calendar programs and search engines read of them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class FilesInCalendarsTest {

    @Test
    void attaches_the_address_of_each_file() {
        var institute = activeInstituteWithoutEvents();
        var event = published(institute);
        var first = uploaded(event, "programme, \"final\".pdf");
        var second = uploaded(event, "affiche.pdf");

        for (var path :
                List.of("/v1/program-events/" + event + ".ics", "/v1/calendars/institutes/" + institute + ".ics")) {
            var feed = anonymous().get(path).asString();
            assertThat(attachments(feed))
                    .extracting(Attachment::getUri)
                    .satisfiesExactly(
                            uri -> assertThat(uri).endsWith("/v1/program-events/" + event + "/files/" + first),
                            uri -> assertThat(uri).endsWith("/v1/program-events/" + event + "/files/" + second));
            assertThat(attachments(feed)).extracting(Attachment::getFormatType).containsOnly("application/pdf");
            assertThat(attachments(feed).getFirst().getParameter("FILENAME")).isEqualTo("programme, \"final\".pdf");
            assertThat(SecondReader.event(feed, event).getProperties("ATTACH")).hasSize(2);
        }
    }

    @Test
    void changes_a_feed_when_a_file_comes_or_goes() {
        var institute = activeInstituteWithoutEvents();
        var event = published(institute);
        var path = "/v1/calendars/institutes/" + institute + ".ics";
        var none = anonymous().get(path);

        var file = uploaded(event, "x.pdf");
        var one = anonymous().get(path);
        remove(Tokens.networkAdmin(), event, file).then().statusCode(204);
        var noneAgain = anonymous().get(path);

        assertThat(List.of(none.header("ETag"), one.header("ETag"), noneAgain.header("ETag")))
                .doesNotHaveDuplicates();
        assertThat(attachments(one.asString())).hasSize(1);
        assertThat(attachments(noneAgain.asString())).isEmpty();
    }

    @Test
    void has_the_files_in_the_linked_data() {
        var event = published(activeInstituteWithoutEvents());
        linkedData(event).then().body("$", not(hasKey("subjectOf")));
        var file = uploaded(event, "x.pdf");

        linkedData(event)
                .then()
                .body("subjectOf.'@type'", contains("MediaObject"))
                .body("subjectOf[0].name", equalTo("x.pdf"))
                .body("subjectOf[0].encodingFormat", equalTo("application/pdf"))
                .body("subjectOf[0].contentUrl", endsWith("/v1/program-events/" + event + "/files/" + file));
    }

    private static String published(String institute) {
        var id = draft("Séminaire à fichiers", institute);
        move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    private static List<Attachment> attachments(String feed) {
        return Biweekly.parse(feed).first().getEvents().getFirst().getAttachments();
    }

    private static Response linkedData(String id) {
        return anonymous().header("Accept", "application/ld+json").get("/v1/program-events/{id}", id);
    }
}
