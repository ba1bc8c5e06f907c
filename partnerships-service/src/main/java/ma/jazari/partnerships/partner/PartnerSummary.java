package ma.jazari.partnerships.partner;

import java.util.List;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** As much of a partner as it takes to recognise it. */
@Schema(name = "PartnerSummary")
public record PartnerSummary(
        @Schema(examples = "p5m2c0066") String id,
        @Schema(examples = "Université Sidi Mohamed Ben Abdellah") String displayName,
        PartnerType type,
        PartnerStatus status,
        @Schema(examples = "MA") String country,
        @Schema(examples = "Fès") @Nullable String city) {

    /** @param languages that the caller prefers, best first */
    public static PartnerSummary of(Partner partner, List<String> languages) {
        var location = partner.location();
        return new PartnerSummary(
                partner.id(),
                Names.shown(partner.names(), languages).value(),
                partner.type(),
                partner.status(),
                partner.country(),
                location == null ? null : location.city());
    }
}
