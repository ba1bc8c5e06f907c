package ma.jazari.partnerships.lifecycle;

import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The person or system that acted for a party. */
@Schema(name = "ActingPerson")
public record Who(@Nullable String sub, @Schema(examples = "Amina Alaoui") String name) {

    public static Who of(Actor actor) {
        return new Who(actor.sub(), actor.name());
    }
}
