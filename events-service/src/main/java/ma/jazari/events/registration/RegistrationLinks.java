package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;

/** The secret links by which persons look after their registrations. */
@ApplicationScoped
class RegistrationLinks {

    private final RegistrationConfig config;

    RegistrationLinks(RegistrationConfig config) {
        this.config = config;
    }

    String of(Registration registration, Person person) {
        var begin = config.publicUrl().toString().replaceFirst("/$", "");
        return begin + "/v1/registrations/" + registration.id() + "?key=" + person.secret();
    }
}
