package ma.jazari.institutes.infrastructure;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import ma.jazari.institutes.part.InstituteRef;
import ma.jazari.institutes.part.NetworkParts.Found;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Infrastructure of the network as a caller sees it. */
@Schema(name = "NetworkInfrastructure")
public record NetworkInfrastructureResponse(
        @Schema(examples = "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f") UUID id,
        InstituteRef institute,
        InfrastructureType type,
        @Schema(examples = "Toubkal") String name,
        @Schema(description = "Where it stands, ISO 3166-1 alpha-2", examples = "MA") String country,
        @Schema(description = "Who runs it", examples = "UM6P") String operator,
        @Schema(description = "The operator's country, ISO 3166-1 alpha-2", examples = "MA") String operatorCountry,
        @Schema(examples = "64") int accelerators,
        @Schema(description = "Terabytes", examples = "500") BigDecimal storageTb,
        @Schema(description = "Whether it stands in Morocco and a Moroccan operator runs it") boolean sovereign) {

    static NetworkInfrastructureResponse of(Found<InfrastructureRequest> found, List<String> languages) {
        var shown = InfrastructureResponse.of(found.part());
        return new NetworkInfrastructureResponse(
                shown.id(),
                found.instituteIn(languages),
                shown.type(),
                shown.name(),
                shown.country(),
                shown.operator(),
                shown.operatorCountry(),
                shown.accelerators(),
                shown.storageTb(),
                shown.sovereign());
    }
}
