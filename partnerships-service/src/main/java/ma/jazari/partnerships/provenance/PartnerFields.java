package ma.jazari.partnerships.provenance;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.partnerships.partner.PartnerType;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import org.jspecify.annotations.Nullable;

/** The values of the fields of a partner that both ROR and an administrator can speak of. */
public record PartnerFields(
        List<Name> names,
        PartnerType type,
        String country,
        @Nullable Location location,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        PartnerStatus status) {

    private @Nullable Object value(PartnerField field) {
        return switch (field) {
            case NAMES -> names;
            case TYPE -> type;
            case COUNTRY -> country;
            case LOCATION -> location;
            case LINKS -> links;
            case DOMAINS -> domains;
            case EXTERNAL_IDS -> externalIds;
            case STATUS -> status;
        };
    }

    /** The fields that have another value there. */
    public Set<PartnerField> differing(PartnerFields other) {
        var differing = EnumSet.allOf(PartnerField.class);
        differing.removeIf(field -> Objects.equals(value(field), other.value(field)));
        return differing;
    }

    /** The fields that hold something. */
    public Set<PartnerField> held() {
        var held = EnumSet.allOf(PartnerField.class);
        held.removeIf(
                field -> value(field) == null || (value(field) instanceof Collection<?> values && values.isEmpty()));
        return held;
    }

    /** The same, with these fields as they are there. */
    public PartnerFields with(Set<PartnerField> fields, PartnerFields other) {
        return new PartnerFields(
                either(fields, PartnerField.NAMES, other, PartnerFields::names),
                either(fields, PartnerField.TYPE, other, PartnerFields::type),
                either(fields, PartnerField.COUNTRY, other, PartnerFields::country),
                fields.contains(PartnerField.LOCATION) ? other.location : location,
                either(fields, PartnerField.LINKS, other, PartnerFields::links),
                either(fields, PartnerField.DOMAINS, other, PartnerFields::domains),
                either(fields, PartnerField.EXTERNAL_IDS, other, PartnerFields::externalIds),
                either(fields, PartnerField.STATUS, other, PartnerFields::status));
    }

    private <V> V either(
            Set<PartnerField> fields, PartnerField field, PartnerFields other, Function<PartnerFields, V> value) {
        return value.apply(fields.contains(field) ? other : this);
    }
}
