package ma.jazari.partnerships.convention;

import jakarta.ws.rs.QueryParam;
import ma.jazari.platform.paging.ListQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the list of conventions can be asked for. */
public class ConventionQuery extends ListQuery {

    static final String[] SORTS = {"id", "updatedAt", "-updatedAt", "endsOn", "code", "relevance"};

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of a title or of a party's name in any language, or of the code. Accents, elision, the ways to write Arabic"
                            + " letters and typing errors do not matter; what fits best comes first unless sort says otherwise",
            example = "recherche université")
    public @Nullable String q;

    @QueryParam("status")
    @Parameter(
            description = "DRAFT, PROPOSED, APPROVED, SIGNED, IN_FORCE, SUSPENDED, TERMINATION_NOTICED, TERMINATED,"
                    + " EXPIRED, REJECTED, WITHDRAWN; comma for OR")
    public @Nullable String status;

    @QueryParam("kind")
    @Parameter(description = "FRAMEWORK, SPECIFIC, MEMORANDUM; comma for OR")
    public @Nullable String kind;

    @QueryParam("domain")
    @Parameter(description = "RESEARCH, TRAINING, INNOVATION, TECHNOLOGY_DEPLOYMENT; comma for OR")
    public @Nullable String domain;

    @QueryParam("party")
    @Parameter(
            description = "Ids of institutes and partners; one that others were merged into finds theirs, too;"
                    + " comma for OR")
    public @Nullable String party;

    @QueryParam("role")
    @Parameter(
            description =
                    "PARTY, SIGNATORY, FUNDER, WITNESS: what the party that is named is in the convention; with party; comma for OR")
    public @Nullable String role;

    @QueryParam("southSouth")
    @Parameter(
            description = "Whether a party is from an African country other than Morocco",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String southSouth;

    @QueryParam("health")
    @Parameter(description = "ON_TRACK, AT_RISK, BREACHED: how the obligations of what is in force stand; comma for OR")
    public @Nullable String health;

    @QueryParam("region")
    @Parameter(
            description = "ISO 3166-2:MA codes, MA-01 to MA-12, of institutes that are party; comma for OR",
            example = "MA-03")
    public @Nullable String region;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1 alpha-2 codes of parties; comma for OR", example = "SN")
    public @Nullable String country;

    @QueryParam("effectiveFrom")
    @Parameter(
            description =
                    "The day from which the text is to have effect, or a range of days; either end may be left out",
            example = "2026-01-01..2026-12-31")
    public @Nullable String effectiveFrom;

    @QueryParam("effectiveTo")
    @Parameter(
            description =
                    "The last day on which the text is to have effect, or a range of days; either end may be left out",
            example = "2029-01-01..")
    public @Nullable String effectiveTo;

    @QueryParam("inForceOn")
    @Parameter(
            description = "What was in force on this day, or will be by the term that runs",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-12-01"))
    public @Nullable String inForceOn;

    @QueryParam("expiringBefore")
    @Parameter(
            description = "What is over before this day, and does not go on by itself",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2027-03-01"))
    public @Nullable String expiringBefore;

    @QueryParam("awaiting")
    @Parameter(
            description =
                    "Ids of institutes and partners: the conventions that wait for an act of theirs, among those of the caller, or all"
                            + " for those who see everything; comma for OR")
    public @Nullable String awaiting;

    @QueryParam("updatedSince")
    @Parameter(
            description = "A date (its beginning, UTC) or an instant: what changed then or later",
            example = "2026-06-01")
    public @Nullable String updatedSince;

    @QueryParam("facets")
    @Parameter(
            description =
                    "Counts over all that match, not only over the page: status, kind, domain, health, southSouth, region;"
                            + " comma-separated",
            example = "status,region")
    public @Nullable String facets;

    @QueryParam("ids")
    @Parameter(description = "Ids to read in bulk, comma-separated, up to 200")
    public @Nullable String ids;

    @QueryParam("sort")
    @Parameter(
            description = "The order; without it by relevance where q is given, else by id; what has no end ends last",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"id", "updatedAt", "-updatedAt", "endsOn", "code", "relevance"}))
    public @Nullable String sort;
}
