package ma.jazari.partnerships.partner;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which partners are meant: those that meet every condition. */
public class PartnerQuery {

    @QueryParam("type")
    @Parameter(description = "GOVERNMENT, UNIVERSITY, RESEARCH, COMPANY, NGO, INTERNATIONAL, OTHER; comma for OR")
    public @Nullable String type;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1 alpha-2 codes; comma for OR")
    public @Nullable String country;

    @QueryParam("status")
    @Parameter(description = "ACTIVE, INACTIVE, MERGED; comma for OR")
    public @Nullable String status;

    @QueryParam("place")
    @Parameter(
            description = "Cities as they are written of the partners, whatever their accents; comma for OR",
            example = "Fès")
    public @Nullable String place;

    @QueryParam("domain")
    @Parameter(description = "Domains that are the partner's; comma for OR", example = "example.org")
    public @Nullable String domain;

    @QueryParam("externalId")
    @Parameter(
            description = "Ids in other registries, in any form in which they can be written; comma for OR",
            example = "https://ror.org/04efg9a07")
    public @Nullable String externalId;

    @QueryParam("ids")
    @Parameter(description = "Ids to read in bulk, comma-separated, up to 200")
    public @Nullable String ids;

    @QueryParam("updatedSince")
    @Parameter(
            description = "A date (its beginning, UTC) or an instant: what changed then or later",
            example = "2026-06-01")
    public @Nullable String updatedSince;
}
