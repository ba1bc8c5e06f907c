package ma.jazari.institutes.administrator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An administrator as the institute's administrators see it. */
@Schema(name = "InstituteAdministrator")
public record AdministratorResponse(
        @Schema(
                        description = "Of the account in Keycloak; the same as actor.sub in histories",
                        examples = "3b1f0c52-6f0e-4a53-9d53-2f0a8d3c1b7e")
                String id,
        @Schema(examples = "j4k7xq236") String instituteId,
        @Schema(examples = "amina@example.org") @Nullable String email,
        @Schema(examples = "Amina El Fassi") @Nullable String name,
        @Schema(
                        description =
                                "INVITED until the person has followed the mail that sets a password; DISABLED where"
                                        + " the account is locked")
                AdministratorStatus status,
        @Schema(
                        description =
                                "Only in the answer to an invitation: whether Keycloak has sent the mail that sets a"
                                        + " password. false where it has no mail server, where the person has a password already, and"
                                        + " where one was sent a few minutes ago")
                @Nullable Boolean mailed) {

    static AdministratorResponse of(Account account, String instituteId, @Nullable Boolean mailed) {
        return new AdministratorResponse(
                account.id().toString(), instituteId, account.email(), account.name(), account.status(), mailed);
    }
}
