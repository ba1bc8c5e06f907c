package ma.jazari.partnerships.ror;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.partnerships.partner.PartnerType;
import ma.jazari.partnerships.provenance.PartnerFields;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.partnerships.ror.RorRecord.RorAdmin;
import ma.jazari.partnerships.ror.RorRecord.RorDate;
import ma.jazari.partnerships.ror.RorRecord.RorExternalId;
import ma.jazari.partnerships.ror.RorRecord.RorLink;
import ma.jazari.partnerships.ror.RorRecord.RorLocation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.ExternalId.Scheme;
import ma.jazari.platform.record.ExternalIds;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Link.LinkType;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.text.WrittenText;
import org.jspecify.annotations.Nullable;

/** What a ROR record says of a partner. */
final class RorMapping {

    /** In the order in which they decide for a record of several types: what it does before whose it is. */
    private static final Map<String, PartnerType> TYPES = Map.of(
            "education", PartnerType.UNIVERSITY,
            "company", PartnerType.COMPANY,
            "facility", PartnerType.RESEARCH,
            "government", PartnerType.GOVERNMENT,
            "nonprofit", PartnerType.NGO);

    private static final List<String> FIRST = List.of("education", "company", "facility", "government", "nonprofit");

    private static final Map<String, PartnerStatus> STATUS = Map.of(
            "active", PartnerStatus.ACTIVE,
            "inactive", PartnerStatus.INACTIVE,
            // A record that ROR took back, of an organisation that is another one's or none: not to be agreed with.
            "withdrawn", PartnerStatus.INACTIVE);

    private static final Map<String, Scheme> SCHEMES =
            Map.of("isni", Scheme.ISNI, "wikidata", Scheme.WIKIDATA, "fundref", Scheme.FUNDREF, "grid", Scheme.GRID);
    private static final Map<String, LinkType> LINKS =
            Map.of("website", LinkType.WEBSITE, "wikipedia", LinkType.WIKIPEDIA);

    private final RorRecord record;
    private final Violations violations;

    private RorMapping(RorRecord record, Violations violations) {
        this.record = record;
        this.violations = violations;
    }

    /** Empty if something that it takes is missing or cannot be. */
    static Optional<RorStatement> of(RorRecord record, Violations violations) {
        return new RorMapping(record, violations).statement();
    }

    private Optional<RorStatement> statement() {
        var id = id();
        var date = date();
        var status = status();
        var country = country();
        var names = RorNames.of(list(record.names()));
        if (names.isEmpty()) {
            violations.add("/names", "must hold a name");
        }
        if (!violations.isEmpty()) {
            return Optional.empty();
        }
        var fields = new PartnerFields(names, type(), country, location(), links(), domains(), externalIds(id), status);
        return Optional.of(new RorStatement(id, date, fields));
    }

    private String id() {
        return Optional.ofNullable(record.id())
                .flatMap(id -> ExternalIds.canonical(Scheme.ROR, id))
                .orElseGet(() -> refused("/id", "must be a ROR id such as https://ror.org/04efg9a07", ""));
    }

    private LocalDate date() {
        var date = Optional.ofNullable(record.admin())
                .map(RorAdmin::lastModified)
                .map(RorDate::date)
                .orElse("");
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            return refused("/admin/last_modified/date", "must be a date such as 2024-12-11", LocalDate.MIN);
        }
    }

    private PartnerStatus status() {
        return Optional.ofNullable(record.status())
                .map(STATUS::get)
                .orElseGet(() -> refused("/status", "must be active, inactive or withdrawn", PartnerStatus.INACTIVE));
    }

    private PartnerType type() {
        var types = list(record.types());
        return FIRST.stream()
                .filter(types::contains)
                .findFirst()
                .map(TYPES::get)
                // healthcare, archive, funder, other
                .orElse(PartnerType.OTHER);
    }

    private String country() {
        return place().map(RorRecord.RorPlace::countryCode)
                .orElseGet(() -> refused("/locations/0/geonames_details/country_code", "is required", ""));
    }

    private Optional<RorRecord.RorPlace> place() {
        return list(record.locations()).stream().findFirst().map(RorLocation::place);
    }

    private @Nullable Location location() {
        var geonamesId = list(record.locations()).stream().findFirst().map(RorLocation::geonamesId);
        return place().map(place -> new Location(
                        Optional.ofNullable(place.name())
                                .map(WrittenText::of)
                                .filter(name -> !name.isEmpty())
                                .orElse(null),
                        null,
                        place.lat(),
                        place.lng(),
                        geonamesId.orElse(null)))
                .orElse(null);
    }

    private List<Link> links() {
        return list(record.links()).stream()
                .filter(link -> link.value() != null)
                .map(RorMapping::link)
                .distinct()
                .toList();
    }

    private static Link link(RorLink link) {
        var type = link.type() == null ? LinkType.OTHER : LINKS.getOrDefault(link.type(), LinkType.OTHER);
        return new Link(type, WrittenText.of(Objects.requireNonNull(link.value())));
    }

    private List<String> domains() {
        return list(record.domains()).stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Its own id first. An id that its registry cannot have given out is kept as one of another registry. */
    private List<ExternalId> externalIds(String rorId) {
        var ids = new ArrayList<>(List.of(new ExternalId(Scheme.ROR, rorId, true)));
        list(record.externalIds()).stream().flatMap(this::externalIds).forEach(id -> {
            if (ids.stream()
                    .noneMatch(known ->
                            known.scheme() == id.scheme() && known.value().equals(id.value()))) {
                ids.add(id);
            }
        });
        return List.copyOf(ids);
    }

    private Stream<ExternalId> externalIds(RorExternalId ofOne) {
        var scheme = ofOne.type() == null ? Scheme.OTHER : SCHEMES.getOrDefault(ofOne.type(), Scheme.OTHER);
        return list(ofOne.all()).stream()
                .filter(value -> !value.isBlank())
                .map(value -> ExternalIds.canonical(scheme, value).isEmpty()
                        ? new ExternalId(Scheme.OTHER, WrittenText.of(value), null)
                        : new ExternalId(scheme, value, value.equals(ofOne.preferred()) ? Boolean.TRUE : null));
    }

    private <T> T refused(String pointer, String detail, T instead) {
        violations.add(pointer, detail);
        return instead;
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
