package ma.jazari.partnerships.ror;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation as a dump of ROR has it (schema 2), as far as a partner is made of it. Anything may be missing. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RorRecord(
        @Nullable String id,
        @Nullable List<RorName> names,
        @Nullable List<String> types,
        @Nullable String status,
        @Nullable List<RorLocation> locations,
        @JsonProperty("external_ids") @Nullable List<RorExternalId> externalIds,
        @Nullable List<RorLink> links,
        @Nullable List<String> domains,
        @Nullable RorAdmin admin) {

    /** A name; its types are of {@code ror_display}, {@code label}, {@code alias} and {@code acronym}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorName(@Nullable String value, @Nullable List<String> types, @Nullable String lang) {}

    /** A place at GeoNames. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorLocation(
            @JsonProperty("geonames_id") @Nullable Long geonamesId,
            @JsonProperty("geonames_details") @Nullable RorPlace place) {}

    /** What GeoNames says of the place. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorPlace(
            @Nullable String name,
            @JsonProperty("country_code") @Nullable String countryCode,
            @Nullable Double lat,
            @Nullable Double lng) {}

    /** All ids in one other registry. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorExternalId(@Nullable String type, @Nullable List<String> all, @Nullable String preferred) {}

    /** A page on the web. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorLink(@Nullable String type, @Nullable String value) {}

    /** When the record was changed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorAdmin(@JsonProperty("last_modified") @Nullable RorDate lastModified) {}

    /** A day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RorDate(@Nullable String date) {}
}
