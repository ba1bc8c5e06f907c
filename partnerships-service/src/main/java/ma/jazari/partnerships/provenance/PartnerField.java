package ma.jazari.partnerships.provenance;

import java.util.Arrays;

/** A field of a partner that both ROR and an administrator can speak of. */
public enum PartnerField {
    NAMES("names"),
    TYPE("type"),
    COUNTRY("country"),
    LOCATION("location"),
    LINKS("links"),
    DOMAINS("domains"),
    EXTERNAL_IDS("externalIds"),
    STATUS("status");

    private final String key;

    PartnerField(String key) {
        this.key = key;
    }

    /** Its name in a representation. */
    public String key() {
        return key;
    }

    static PartnerField named(String key) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field of a partner: " + key));
    }
}
