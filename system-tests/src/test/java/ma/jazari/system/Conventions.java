package ma.jazari.system;

import java.util.Objects;
import ma.jazari.system.harness.Answer;
import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Registry;

/** Conventions between an institute and the sample university of Fès, written by the network administrator. */
final class Conventions {

    static final String PATH = "/v1/conventions";

    private final Caller administrator;
    private final String university;

    private Conventions(Caller administrator, String university) {
        this.administrator = administrator;
        this.university = university;
    }

    static Conventions of(Registry registry) {
        var administrator = registry.as("root-admin");
        var found = administrator
                .get("/v1/partners?q=sidi%20mohamed%20ben%20abdellah")
                .expect(200)
                .texts("/items", "/id");
        return new Conventions(administrator, Objects.requireNonNull(found.getFirst()));
    }

    static String path(String id) {
        return PATH + "/" + id;
    }

    Answer draftWith(String institute) {
        return administrator.post(
                PATH,
                """
                {"titles": [{"value": "Convention cadre", "lang": "fr"}], "kind": "FRAMEWORK", "domains": ["RESEARCH"],
                 "ownerParty": {"type": "INSTITUTE", "id": "%1$s"},
                 "parties": [{"party": {"type": "INSTITUTE", "id": "%1$s"}, "roles": ["PARTY", "SIGNATORY"]},
                             {"party": {"type": "PARTNER", "id": "%2$s"}, "roles": ["PARTY", "SIGNATORY"]}]}
                """
                        .formatted(institute, university));
    }

    Answer propose(Answer drafted) {
        return administrator
                .with("If-Match", drafted.etag())
                .post(path(drafted.text("/id")) + "/transitions", "{\"to\": \"PROPOSED\"}");
    }

    /** Says yes to the proposed text in the name of a party, {@code {"type": ..., "id": ...}}. */
    static Answer approve(Caller caller, String id, String party) {
        var text = caller.get(path(id) + "?view=proposed").expect(200);
        return caller.post(
                path(id) + "/approvals",
                "{\"party\": %s, \"revision\": %s, \"digest\": \"%s\"}"
                        .formatted(party, text.text("/revision"), text.text("/digest/value")));
    }

    static String institute(String id) {
        return party("INSTITUTE", id);
    }

    static String partner(String id) {
        return party("PARTNER", id);
    }

    private static String party(String type, String id) {
        return "{\"type\": \"%s\", \"id\": \"%s\"}".formatted(type, id);
    }

    String university() {
        return university;
    }
}
