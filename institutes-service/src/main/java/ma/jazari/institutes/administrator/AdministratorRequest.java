package ma.jazari.institutes.administrator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import ma.jazari.platform.json.JsonRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Invites a person. The patterns are narrower than Keycloak's own, which would refuse the rest. */
@Schema(name = "InstituteAdministratorRequest")
public record AdministratorRequest(
        @NotNull @Size(max = 254) @Pattern(
                        regexp =
                                "[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,10}[A-Za-z]{2,63}",
                        message = "must be a mail address such as amina@example.org")
                @Schema(examples = "amina@example.org")
                String email,
        @Size(max = 200) @Pattern(
                        regexp = "[^\\x00-\\x1f\\x7f<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()]*",
                        message = "must be a name, without signs such as < & /")
                @Schema(
                        description =
                                "Given name and family name; who has none here is asked for them with the password",
                        examples = "Amina El Fassi")
                @Nullable String name,
        @Pattern(regexp = "fr|ar|en", message = "must be fr, ar or en") @Schema(
                        description = "The language of Keycloak's mails and pages for a new account",
                        enumeration = {"fr", "ar", "en"},
                        defaultValue = "fr")
                @Nullable String language)
        implements JsonRequest {

    /** The address as Keycloak keeps it. */
    String address() {
        return email.toLowerCase(Locale.ROOT);
    }

    @Nullable String givenName() {
        return part(0);
    }

    @Nullable String familyName() {
        return part(1);
    }

    private @Nullable String part(int index) {
        var parts =
                name == null || name.isBlank() ? new String[0] : name.strip().split("\\s+", 2);
        return index < parts.length ? parts[index] : null;
    }

    String locale() {
        return language == null ? "fr" : language;
    }
}
