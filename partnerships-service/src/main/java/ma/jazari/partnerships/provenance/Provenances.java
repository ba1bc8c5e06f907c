package ma.jazari.partnerships.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ma.jazari.partnerships.provenance.Provenance.Source;

/**
 * Where each field of one partner comes from.
 *
 * @param byField by the field's name; empty for a partner that ROR says nothing of: all of it is the administrator's
 */
public record Provenances(@JsonValue Map<String, Provenance> byField) {

    public static final Provenances NONE = new Provenances(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Provenances {
        byField = Collections.unmodifiableMap(new TreeMap<>(byField));
    }

    /** Whether ROR says something of the partner. */
    public boolean isOfRor() {
        return !byField.isEmpty();
    }

    /** All fields from ROR, in a new partner. */
    public static Provenances ofRor(LocalDate recordDate) {
        return NONE.fromRor(EnumSet.allOf(PartnerField.class), recordDate, 1);
    }

    /** These fields as ROR has them. */
    public Provenances fromRor(Set<PartnerField> fields, LocalDate recordDate, long version) {
        return with(fields, Provenance.ofRor(recordDate, version));
    }

    /** These fields as an administrator wrote them. */
    public Provenances fromAdministrator(Set<PartnerField> fields, long version) {
        return with(fields, Provenance.ofAdministrator(version));
    }

    /** The fields that an administrator wrote. */
    public Set<PartnerField> overridden() {
        return overriddenFrom(0);
    }

    /** The fields that an administrator wrote in this version or later. */
    public Set<PartnerField> overriddenFrom(long version) {
        var overridden = EnumSet.noneOf(PartnerField.class);
        byField.forEach((key, provenance) -> {
            if (provenance.source() == Source.ADMINISTRATOR && provenance.version() >= version) {
                overridden.add(PartnerField.named(key));
            }
        });
        return overridden;
    }

    private Provenances with(Set<PartnerField> fields, Provenance provenance) {
        var all = new TreeMap<>(byField);
        fields.forEach(field -> all.put(field.key(), provenance));
        return new Provenances(all);
    }
}
