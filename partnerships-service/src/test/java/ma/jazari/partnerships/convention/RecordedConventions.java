package ma.jazari.partnerships.convention;

import static ma.jazari.partnerships.convention.ConventionFixture.approve;
import static ma.jazari.partnerships.convention.ConventionFixture.body;
import static ma.jazari.partnerships.convention.ConventionFixture.draft;
import static ma.jazari.partnerships.convention.ConventionFixture.move;
import static ma.jazari.partnerships.convention.ConventionFixture.reference;
import static ma.jazari.partnerships.convention.ConventionFixture.signInInk;

import io.restassured.http.ContentType;
import java.util.Arrays;
import ma.jazari.platform.test.Api;
import ma.jazari.platform.test.Tokens;

/** Conventions that the network administrator records for parties which all sign; the first of them owns it. */
public final class RecordedConventions {

    private RecordedConventions() {}

    /** @param more what else its text has, such as {@code , "effectiveTo": "2027-01-01"} */
    public static String drafted(String title, String more, String... parties) {
        var all = Arrays.stream(parties).map(ConventionFixture::signatory).toArray(String[]::new);
        var owner = ", \"ownerParty\": " + reference(parties[0]);
        return draft(Tokens.networkAdmin(), body(title, more + owner, all))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String proposed(String title, String more, String... parties) {
        var id = drafted(title, more, parties);
        move(Tokens.networkAdmin(), id, "PROPOSED").then().statusCode(200);
        return id;
    }

    public static void approved(String id, String party) {
        approve(Tokens.networkAdmin(), id, party).then().statusCode(201);
    }

    public static String inForce(String title, String more, String... parties) {
        var id = proposed(title, more, parties);
        for (var party : parties) {
            approved(id, party);
        }
        for (var party : parties) {
            signInInk(id, party).then().statusCode(201);
        }
        return id;
    }

    public static void moved(String id, String to) {
        move(Tokens.networkAdmin(), id, to).then().statusCode(200);
    }

    /** Proposes other words for one that is in force. */
    public static void amended(String id, String changes) {
        Api.as(Tokens.networkAdmin())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(changes)
                .post("/v1/conventions/{id}/revisions", id)
                .then()
                .statusCode(201);
    }

    /** Moves the day that dates are compared with. */
    public static void moveClock(int days) {
        ConventionFixture.moveClock(days);
    }
}
