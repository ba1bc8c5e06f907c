package ma.jazari.events.registration;

import static ma.jazari.events.registration.RegistrationFixture.address;
import static ma.jazari.events.registration.RegistrationFixture.move;
import static ma.jazari.events.registration.RegistrationFixture.own;
import static ma.jazari.events.registration.RegistrationFixture.person;
import static ma.jazari.events.registration.RegistrationFixture.post;
import static ma.jazari.events.registration.RegistrationFixture.registered;
import static ma.jazari.events.registration.RegistrationFixture.seminar;
import static ma.jazari.platform.test.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees who opens the link of a mail in a browser. */
@QuarkusTest
@WithTestResource(RealParts.class)
class RegistrationPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private String event;
    private String first;
    private String link;

    /** The second waits until the first goes. */
    @BeforeEach
    void register_two_for_one_place() {
        event = seminar(ApiFixture.activeInstitute(), "{\"capacity\": 1}");
        first = registered(event).getString("manageUrl");
        link = registered(event).getString("manageUrl");
    }

    @Test
    void is_a_page_for_browsers_and_json_for_everybody_else() throws Exception {
        var page = open(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-" + hashOfStyle(page.asString())
                        + "'; form-action 'self'");
        assertThat(page.asString())
                .contains("<html lang=\"fr\" dir=\"ltr\">", "<h1>Séminaire</h1>", "à la place 1", "Amphithéâtre, Fès")
                .doesNotContain("<script", "http://", "CONFIRMED");
        own(link).then().statusCode(200).contentType(ContentType.JSON);
        anonymous().accept("*/*").get(path(link)).then().contentType(ContentType.JSON);
        anonymous().accept("application/json").get(path(link)).then().contentType(ContentType.JSON);
    }

    @Test
    void speaks_the_language_of_its_person_or_of_the_browser() {
        var arabic = post(event, person(address(), ", \"lang\": \"ar\"")).<String>path("manageUrl");
        var berber = post(event, person(address(), ", \"lang\": \"zgh\"")).<String>path("manageUrl");

        assertThat(open(arabic).asString()).contains("<html lang=\"ar\" dir=\"rtl\">", "لائحة الانتظار");
        assertThat(browser()
                        .header("Accept-Language", "en-GB,en;q=0.8")
                        .get(path(berber))
                        .asString())
                .contains("<html lang=\"en\" dir=\"ltr\">", "Cancel my registration");
        assertThat(browser()
                        .header("Accept-Language", "ar")
                        .get(path(berber + "x"))
                        .asString())
                .contains("dir=\"rtl\"");
    }

    @Test
    void takes_an_offer_by_its_button_and_changes_nothing_before() {
        move(first, "CANCELLED").then().statusCode(200);
        assertThat(open(link).asString()).contains("Une place vous est réservée", "name=\"to\" value=\"CONFIRMED\"");
        open(link);
        own(link).then().body("state", equalTo("OFFERED"));

        var answer = press(link, "/transitions", "CONFIRMED");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(path(link));
        assertThat(open(answer.header("Location")).asString()).contains("Votre place est confirmée");
        own(link).then().body("state", equalTo("CONFIRMED"));
        press(link, "/transitions", "CONFIRMED")
                .then()
                .statusCode(409)
                .contentType(ContentType.HTML)
                .body(containsString("plus possible"));
    }

    @Test
    void gives_a_place_back_by_its_button() {
        assertThat(press(first, "/transitions", "CANCELLED").statusCode()).isEqualTo(303);

        assertThat(open(first).asString())
                .contains("Votre inscription est annulée")
                .doesNotContain("name=\"to\"");
        own(link).then().body("state", equalTo("OFFERED"));
    }

    @Test
    void gives_all_that_is_kept_as_a_file() {
        browser()
                .get(path(link).replace("?", "/data?"))
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("Content-Disposition", "attachment; filename=\"registration.json\"")
                .body("name", equalTo("Amina Berrada"));
    }

    @Test
    void asks_before_it_erases() {
        var question = browser().get(path(link).replace("?", "/erasure?"));
        assertThat(question.asString()).contains("effacé définitivement", "method=\"post\"");
        own(link).then().statusCode(200);

        press(link, "/erasure", "").then().statusCode(200).body(containsString("Vos données sont effacées"));

        own(link).then().statusCode(404);
        open(link).then().statusCode(404).contentType(ContentType.HTML).body(containsString("ne mène à rien"));
        press(link, "/erasure", "").then().statusCode(404).contentType(ContentType.HTML);
    }

    @Test
    void opens_to_nobody_without_the_key() {
        browser().get(path(link) + "x").then().statusCode(404).body(containsString("ne mène à rien"));
        browser().get("/v1/registrations/nonsense?key=x").then().statusCode(400).contentType(ContentType.HTML);
        press(link + "x", "/transitions", "CANCELLED").then().statusCode(404);
        press(link + "x", "/erasure", "").then().statusCode(404);
        own(link).then().body("state", equalTo("WAITING"));
    }

    @Test
    void shows_a_name_as_it_is_written() {
        var odd = post(event, person(address(), "").replace("Amina Berrada", "<b onclick=x>A & B</b>"))
                .<String>path("manageUrl");

        assertThat(open(odd).asString())
                .contains("&lt;b onclick=x&gt;A &amp; B&lt;/b&gt;")
                .doesNotContain("<b ");
    }

    @Test
    void says_that_the_event_is_off() {
        ApiFixture.move(event, "CANCELLED").then().statusCode(200);

        assertThat(open(link).asString()).contains("Il est annulé : as the test says");
    }

    private static RequestSpecification browser() {
        return anonymous().redirects().follow(false).header("Accept", BROWSER);
    }

    private static Response open(String link) {
        return browser().get(path(link));
    }

    /** Sends a form of the page as a browser does. */
    private static Response press(String link, String where, String to) {
        var path = path(link);
        var form = browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", path.substring(path.indexOf("key=") + 4));
        if (!to.isEmpty()) {
            form.formParam("to", to);
        }
        return form.post(path.substring(0, path.indexOf('?')) + where);
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/v1/"));
    }

    private static String hashOfStyle(String page) throws Exception {
        var style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }
}
