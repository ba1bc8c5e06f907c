package ma.jazari.institutes.infrastructure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.institutes.part.PartView;
import ma.jazari.platform.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Infrastructure as a caller sees it. */
@Schema(name = "Infrastructure")
public record InfrastructureResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
        InfrastructureType type,
        @Schema(examples = "Toubkal") String name,
        @Schema(description = "Where it stands, ISO 3166-1 alpha-2", examples = "MA") String country,
        @Schema(description = "Who runs it", examples = "UM6P") String operator,
        @Schema(description = "The operator's country, ISO 3166-1 alpha-2", examples = "MA") String operatorCountry,
        @Schema(examples = "64") int accelerators,
        @Schema(description = "Terabytes", examples = "500") BigDecimal storageTb,
        @Schema(description = "Whether it stands in Morocco and a Moroccan operator runs it") boolean sovereign,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                @Schema(description = "For If-Match; absent with asOf", examples = "1")
                long version,
        @Schema(description = "Absent with asOf") @Nullable Instant createdAt,
        @Schema(description = "Absent with asOf") @Nullable Instant updatedAt)
        implements Versioned {

    static InfrastructureResponse of(PartView<InfrastructureRequest> view) {
        var written = view.written();
        return new InfrastructureResponse(
                view.id(),
                written.type(),
                written.name(),
                written.country(),
                written.operator(),
                written.operatorCountry(),
                written.acceleratorsOrNone(),
                Terabytes.plain(BigDecimal.valueOf(written.storageTbOrNone())),
                written.standsAndIsRunInMorocco(),
                view.version(),
                view.createdAt(),
                view.updatedAt());
    }
}
