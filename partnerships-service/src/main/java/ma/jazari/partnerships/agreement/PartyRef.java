package ma.jazari.partnerships.agreement;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.security.Actor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation, named by what it is and its id. */
@Schema(description = "An institute or a partner")
public record PartyRef(
        @NotNull @Schema(examples = "INSTITUTE") PartyType type, @NotNull @Schema(examples = "j4k7xq236") String id) {

    /** The organisation with this id, whose letter says what it is; empty for what cannot be an id. */
    public static Optional<PartyRef> ofId(String id) {
        return Arrays.stream(PartyType.values())
                .map(type -> new PartyRef(type, id))
                .filter(PartyRef::hasWellFormedId)
                .findFirst();
    }

    /** The organisation that a key names. */
    public static PartyRef ofKey(String key) {
        var parts = key.split(":", 2);
        return new PartyRef(PartyType.valueOf(parts[0]), parts[1]);
    }

    /** TYPE:id, as tokens, audiences and tables name it. */
    public String key() {
        return type + ":" + id;
    }

    public boolean hasWellFormedId() {
        return PublicId.isWellFormed(type.idPrefix(), id);
    }

    public boolean representedBy(Actor actor) {
        return actor.actsFor(type.name(), id);
    }

    @Override
    public String toString() {
        return type.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
