package ma.jazari.institutes.institute;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import org.jspecify.annotations.Nullable;

/** What of an institute is stored as one document: it is read and written whole, never filtered by. */
record InstituteDetails(
        List<Name> names,
        @Nullable Location location,
        @Nullable String hostPartnerId,
        @Nullable LocalDate established,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        List<Contact> contacts) {

    static InstituteDetails of(InstituteRequest request) {
        return new InstituteDetails(
                request.names(),
                request.location(),
                request.hostPartnerId(),
                request.established(),
                Objects.requireNonNullElse(request.links(), List.of()),
                Objects.requireNonNullElse(request.domains(), List.of()),
                Objects.requireNonNullElse(request.externalIds(), List.of()),
                Objects.requireNonNullElse(request.contacts(), List.of()));
    }
}
