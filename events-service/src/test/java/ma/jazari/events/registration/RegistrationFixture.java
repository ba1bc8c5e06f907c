package ma.jazari.events.registration;

import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jazari.events.programevent.ApiFixture;
import ma.jazari.platform.test.Tokens;

/** Registrations for tests, made through the API as people would make them. */
final class RegistrationFixture {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Path MAILS = Path.of("target/mails");

    private RegistrationFixture() {}

    /** A published seminar in two months, with these settings of its registration. */
    static String seminar(String host, String registration) {
        var id = draft(host, registration);
        ApiFixture.move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    /** The same on another day, from 10:00 to 12:00. */
    static String seminarOn(LocalDate day, String host, String registration) {
        var id = draftOn(day, host, registration);
        ApiFixture.move(id, "PUBLISHED").then().statusCode(200);
        return id;
    }

    static String draft(String host, String registration) {
        return draftOn(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(60), host, registration);
    }

    private static String draftOn(LocalDate day, String host, String registration) {
        var body = ApiFixture.seminar("Séminaire", host, ", \"registration\": " + registration)
                .replace("2026-06-01", day.toString());
        return ApiFixture.create(Tokens.networkAdmin(), body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An address that nobody else has. */
    static String address() {
        return "person" + NEXT.incrementAndGet() + "."
                + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    static String person(String email, String more) {
        return """
                {"name": "Amina Berrada", "email": "%s", "organisation": "Université Mohammed V" %s}
                """
                .formatted(email, more);
    }

    static Response post(String event, String body) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/program-events/{id}/registrations", event);
    }

    /** Somebody registers, whom nobody has seen before. */
    static JsonPath registered(String event) {
        return post(event, person(address(), ""))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** What is answered under a registration's own link. */
    static Response own(String manageUrl) {
        return anonymous().get(path(manageUrl));
    }

    static Response move(String manageUrl, String to) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body("{\"to\": \"%s\"}".formatted(to))
                .post(path(manageUrl).replace("?", "/transitions?"));
    }

    static Response erase(String manageUrl) {
        return anonymous().delete(path(manageUrl));
    }

    private static String path(String manageUrl) {
        return manageUrl.substring(manageUrl.indexOf("/v1/"));
    }

    static Response decide(String token, String event, String registration, String to) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"to\": \"%s\"}".formatted(to))
                .post("/v1/program-events/{id}/registrations/{rid}/transitions", event, registration);
    }

    static Response attend(String token, String event, String registration, String ifMatch, boolean attended) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body("{\"attended\": %s}".formatted(attended))
                .put("/v1/program-events/{id}/registrations/{rid}/attendance", event, registration);
    }

    static Response patch(String event, String registration) {
        return ApiFixture.patch(Tokens.networkAdmin(), event, "*", "{\"registration\": %s}".formatted(registration));
    }

    static JsonPath places(String event) {
        return anonymous().get("/v1/program-events/{id}", event).jsonPath().setRootPath("places");
    }

    /** The mails that went to an address, the oldest first. */
    static List<String> mails(String address) {
        if (!Files.isDirectory(MAILS)) {
            return List.of();
        }
        try (var files = Files.list(MAILS)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(RegistrationFixture::text)
                    .filter(text -> text.contains("To: " + address + "\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
