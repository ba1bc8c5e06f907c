package ma.jazari.events.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.events.time.Days;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.LocalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client writes of a programme; also what a merge patch is applied to. */
public record ProgrammeRequest(
        @NotNull @Size(min = 2, max = 40) @Pattern(regexp = CODE, message = CODE_HINT) @Schema(
                        description =
                                "Unique; the programme is also found by it. It cannot change once the programme is public",
                        examples = "MAROC-IA-2030")
                String code,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid LocalText> titles,
        @Nullable @Pattern(regexp = Uuids.PATTERN, message = "must be a UUID in lower case") @Schema(
                        description = "The programme that this one is a part of; absent for a root",
                        examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                String parentId,
        @Schema(description = "The institute that leads it, an active one", examples = "j00000098") @Nullable String leadInstituteId,
        @NotNull @Schema(description = "Its first day", examples = "2026-01-12") LocalDate from,
        @Schema(description = "Its last day", examples = "2030-12-31") @Nullable LocalDate to,
        @Schema(
                        description =
                                "On creation alone, PLANNED or ACTIVE: a planned one is not public yet. Later it moves by transitions",
                        defaultValue = "ACTIVE",
                        examples = "ACTIVE")
                @Nullable ProgrammeStatus status,
        @Schema(description = "Whether this is sample data", defaultValue = "false") @Nullable Boolean sample)
        implements Checked {

    static final String CODE = "[A-Z0-9]+(-[A-Z0-9]+)*";
    private static final String CODE_HINT = "must be capitals and digits, with hyphens between them";
    private static final java.util.regex.Pattern UUID_IN_CAPITALS =
            java.util.regex.Pattern.compile(Uuids.PATTERN, java.util.regex.Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Violations violations) {
        if (UUID_IN_CAPITALS.matcher(code).matches()) {
            violations.add("/code", "must not look like the id of a programme");
        }
        Titles.check(titles, violations);
        if (leadInstituteId != null && !PublicId.isWellFormed('j', leadInstituteId)) {
            violations.add("/leadInstituteId", "is not an id of an institute: look for a typing error");
        }
        Days.check("/from", from, violations);
        if (to != null) {
            Days.check("/to", to, violations);
            if (to.isBefore(from)) {
                violations.add("/to", "must not be before from");
            }
        }
    }

    ProgrammeStatus statusOrDefault() {
        return Objects.requireNonNullElse(status, ProgrammeStatus.ACTIVE);
    }

    /** The same request with what it leaves out written out, so that equal ones compare as equal. */
    ProgrammeRequest withDefaults() {
        return new ProgrammeRequest(
                code, titles, parentId, leadInstituteId, from, to, statusOrDefault(), Boolean.TRUE.equals(sample));
    }
}
