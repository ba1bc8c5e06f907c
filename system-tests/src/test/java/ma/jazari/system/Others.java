package ma.jazari.system;

import ma.jazari.system.harness.Caller;
import ma.jazari.system.harness.Registry;

/** Records of the other services: partners and program events. */
final class Others {

    static final String ROOT = "j00000098";

    private final Caller administrator;

    private Others(Caller administrator) {
        this.administrator = administrator;
    }

    static Others of(Registry registry) {
        return new Others(registry.as("root-admin"));
    }

    Held partner(String name) {
        return Held.of(administrator
                .post(
                        "/v1/partners",
                        """
                        {"type": "UNIVERSITY", "country": "MA",
                         "names": [{"value": "%s", "lang": "fr", "type": "DISPLAY"}]}
                        """
                                .formatted(name))
                .expect(201));
    }

    Held seminar(String title) {
        return Held.of(administrator
                .post(
                        "/v1/program-events",
                        """
                        {"type": "SEMINAR", "titles": [{"value": "%s", "lang": "fr"}],
                         "start": "2026-06-01T10:00", "end": "2026-06-01T12:00",
                         "attendance": "ON_SITE", "venue": {"name": "Amphithéâtre", "city": "Fès", "region": "MA-03"},
                         "hostInstituteIds": ["%s"], "languages": ["fr", "ar"]}
                        """
                                .formatted(title, ROOT))
                .expect(201));
    }

    Held published(Held event) {
        return Held.of(administrator
                .with("If-Match", event.etag())
                .post("/v1/program-events/" + event.id() + "/transitions", "{\"to\": \"PUBLISHED\"}")
                .expect(200));
    }
}
