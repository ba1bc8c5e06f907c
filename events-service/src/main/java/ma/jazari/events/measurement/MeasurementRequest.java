package ma.jazari.events.measurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import ma.jazari.events.figure.Decimals;
import ma.jazari.events.time.Days;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.json.Checked;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an institute reports of an indicator. */
public record MeasurementRequest(
        @NotNull @Size(min = 1, max = 40) @Schema(description = "The key of an indicator of the programme", examples = "gdp")
                String indicator,
        @NotNull @Schema(description = "The institute that it is a figure of; an active one", examples = "j00000098")
                String instituteId,
        @NotNull @Valid Period period,
        @NotNull @Pattern(regexp = Decimals.PATTERN, message = Decimals.HINT) @Schema(examples = "1200000")
                String value,
        @NotNull @Line(max = 2000)
                @Schema(description = "Where the value is from", examples = "Comptes annuels de l'institut")
                String source,
        @NotNull @Line(max = 2000)
                @Schema(description = "How it was measured", examples = "Somme des contrats facturés")
                String method,
        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s/]+(/\\S*)?", message = "must be an http or https URL")
                @Schema(examples = "https://example.org/comptes-2026.pdf")
                String evidenceUrl,
        @Schema(
                        description =
                                "The measurement that this one puts right: of the same indicator and institute, in this"
                                        + " programme or one above or below it; it no longer counts",
                        examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f")
                @Nullable @Pattern(regexp = Uuids.PATTERN, message = "must be a UUID in lower case") String corrects,
        @Schema(description = "Whether this is sample data", defaultValue = "false") @Nullable Boolean sample)
        implements Checked {

    @Override
    public void check(Violations violations) {
        if (!PublicId.isWellFormed('j', instituteId)) {
            violations.add("/instituteId", "is not an id of an institute: look for a typing error");
        }
        Days.check("/period/from", period.from(), violations);
        Days.check("/period/to", period.to(), violations);
        if (period.to().isBefore(period.from())) {
            violations.add("/period/to", "must not be before from");
        }
    }
}
