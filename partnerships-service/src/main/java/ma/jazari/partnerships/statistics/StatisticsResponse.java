package ma.jazari.partnerships.statistics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Health;
import ma.jazari.platform.http.Localized;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The conventions that a caller may see, counted. */
@Schema(name = "ConventionStatistics")
public record StatisticsResponse(
        @Schema(description = "From which day expiring and ageing are counted", examples = "2026-11-24") LocalDate day,
        @Schema(description = "How many conventions there are", examples = "57") long total,
        @Schema(examples = "{\"IN_FORCE\": 41, \"PROPOSED\": 6, \"EXPIRED\": 10}") Map<ConventionStatus, Long> byStatus,
        @Schema(examples = "{\"FRAMEWORK\": 20, \"SPECIFIC\": 30, \"MEMORANDUM\": 7}") Map<ConventionKind, Long> byKind,
        @Schema(
                        description = "A convention may have several",
                        examples =
                                "{\"RESEARCH\": 40, \"TRAINING\": 12, \"INNOVATION\": 9, \"TECHNOLOGY_DEPLOYMENT\": 3}")
                Map<ConventionDomain, Long> byDomain,
        @Schema(
                        description =
                                "How many have an institute of the region as a party; all twelve regions, the empty ones, too",
                        examples = "{\"MA-01\": 0, \"MA-03\": 12}")
                Map<String, Long> byRegion,
        @Schema(
                        description = "How many have such a party: INSTITUTE, or the type of a partner",
                        examples = "{\"INSTITUTE\": 57, \"UNIVERSITY\": 31, \"COMPANY\": 8}")
                Map<String, Long> byPartyType,
        @Schema(description = "Who is party to most; institutes that were merged count as their successor")
                List<PartyCount> topParties,
        SouthSouthCount southSouth,
        @Schema(
                        description = "How the obligations of those in force stand",
                        examples = "{\"ON_TRACK\": 38, \"AT_RISK\": 2, \"BREACHED\": 1}")
                Map<Health, Long> byHealth,
        @Schema(description = "By the year of entering into force", examples = "{\"2026\": 48, \"2027\": 3}")
                Map<String, Long> byYear,
        Expiring expiring,
        @Schema(
                        description =
                                "Whose approval or signature proposals wait for, in the conventions of the caller, or all for those who see"
                                        + " everything; the oldest first. Absent for others")
                @Nullable List<Ageing> ageing)
        implements Localized {

    /** How many conventions a party has. */
    @Schema(name = "PartyCount")
    public record PartyCount(
            PartyType type,
            @Schema(examples = "j4k7xq236") String id,
            @Schema(description = "The name in the caller's language", examples = "Institut Al-Jazari de Fès")
                    String displayName,
            @Schema(examples = "12") long count,
            @JsonIgnore @Schema(hidden = true) String displayLanguage) {}

    /** Cooperation of the South. */
    @Schema(name = "SouthSouthCount")
    public record SouthSouthCount(
            @Schema(description = "How many conventions are of South and South", examples = "5") long count,
            @Schema(
                            description =
                                    "How many have a party from an African country other than Morocco, by country",
                            examples = "{\"CI\": 2, \"SN\": 4}")
                    Map<String, Long> byCountry) {}

    /** What is over soon and does not go on by itself; what is over in 30 days is over in 90, too. */
    @Schema(name = "ExpiringCount")
    public record Expiring(
            @Schema(examples = "1") long in30Days,
            @Schema(examples = "4") long in90Days,
            @Schema(examples = "9") long in365Days) {}

    /** Whom proposals wait for, and for how long: since the text was proposed. */
    @Schema(name = "ProposalAgeing")
    public record Ageing(
            PartyType type,
            @Schema(examples = "p5m2c0066") String id,
            @Schema(description = "The name in the caller's language", examples = "Université Mohammed V")
                    String displayName,
            @Schema(description = "How many texts wait for it", examples = "3") long count,
            @Schema(description = "How long the oldest has waited", examples = "94") long oldestDays,
            @Schema(description = "The median of how long they have waited", examples = "12.5") double medianDays,
            Buckets buckets,
            @JsonIgnore @Schema(hidden = true) String displayLanguage) {}

    /** How many have waited how long. */
    @Schema(name = "AgeingBuckets")
    public record Buckets(
            @Schema(description = "7 days or less", examples = "1") long upTo7Days,
            @Schema(description = "8 to 30 days", examples = "1") long upTo30Days,
            @Schema(description = "31 to 90 days", examples = "0") long upTo90Days,
            @Schema(description = "91 days or more", examples = "1") long over90Days) {}

    @Override
    @JsonIgnore
    @Schema(hidden = true)
    public @Nullable String contentLanguage() {
        var waiting = ageing == null ? Stream.<String>empty() : ageing.stream().map(Ageing::displayLanguage);
        var languages = Stream.concat(topParties.stream().map(PartyCount::displayLanguage), waiting)
                .filter(language -> !language.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return languages.isEmpty() ? null : languages;
    }

    /** The name to show of a party; of one that is not known here, its id, in no language. */
    static Name shown(List<Name> names, String id, List<String> languages) {
        return names.isEmpty() ? Name.display(id, "") : Names.shown(names, languages);
    }
}
