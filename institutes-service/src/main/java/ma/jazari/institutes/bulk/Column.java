package ma.jazari.institutes.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of institutes as CSV, in the order in which an export writes them. */
public enum Column {
    ID("id"),
    KIND("kind"),
    STATUS("status"),
    NAME_FR("name_fr"),
    NAME_AR("name_ar"),
    NAME_EN("name_en"),
    ACRONYM("acronym"),
    MISSIONS("missions"),
    FOCUS_AREAS("focusAreas"),
    PARENT_ID("parentId"),
    REGION("region"),
    CITY("city"),
    ADDRESS("address"),
    LAT("lat"),
    LON("lon"),
    GEONAMES_ID("geonamesId"),
    HOST_PARTNER_ID("hostPartnerId"),
    ESTABLISHED("established"),
    WEBSITE("website"),
    DOMAINS("domains"),
    ROR("ror"),
    ISNI("isni"),
    WIKIDATA("wikidata"),
    SAMPLE("sample");

    /** The names of all columns. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Column::header).toList();

    private static final Map<String, Column> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Column::header, Function.identity()));

    private final String header;

    Column(String header) {
        this.header = header;
    }

    public String header() {
        return header;
    }

    static Optional<Column> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
