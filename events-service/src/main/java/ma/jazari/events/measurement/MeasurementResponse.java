package ma.jazari.events.measurement;

import java.time.Instant;
import java.util.List;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measurement as a caller sees it. */
@Schema(name = "Measurement")
public record MeasurementResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String id,
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") String programmeId,
        @Schema(examples = "gdp") String indicator,
        @Schema(examples = "j00000098") String instituteId,
        @Schema(description = "Of the institute when it was first reported", examples = "MA-04") String region,
        Period period,
        @Schema(description = "A decimal", examples = "1200000") String value,
        @Schema(examples = "Comptes annuels de l'institut") String source,
        @Schema(examples = "Somme des contrats facturés") String method,
        @Schema(examples = "https://example.org/comptes-2026.pdf") @Nullable String evidenceUrl,
        MeasurementStatus state,
        @Schema(examples = "The contracts are of 2025") @Nullable String disputeReason,
        @Schema(description = "The measurement that this one put right") @Nullable String corrects,
        @Schema(description = "The measurement that put this one right") @Nullable String correctedBy,
        Instant reportedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant disputedAt,
        @Nullable Instant supersededAt,
        @Schema(description = "Whether this is sample data") boolean sample,
        @Schema(description = "The moves that are open to the caller", examples = "[\"VERIFIED\", \"DISPUTED\"]")
                List<MeasurementStatus> availableTransitions,
        @Schema(examples = "2") long version,
        Instant updatedAt)
        implements Versioned {

    static MeasurementResponse of(MeasurementState state, List<MeasurementStatus> availableTransitions) {
        return new MeasurementResponse(
                state.id(),
                state.programmeId(),
                state.indicator(),
                state.instituteId(),
                state.region(),
                state.period(),
                state.value(),
                state.source(),
                state.method(),
                state.evidenceUrl(),
                state.state(),
                state.disputeReason(),
                state.corrects(),
                state.correctedBy(),
                state.reportedAt(),
                state.verifiedAt(),
                state.disputedAt(),
                state.supersededAt(),
                state.sample(),
                availableTransitions,
                state.version(),
                state.updatedAt());
    }
}
