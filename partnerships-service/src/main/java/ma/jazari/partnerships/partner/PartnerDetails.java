package ma.jazari.partnerships.partner;

import java.util.List;
import java.util.Objects;
import ma.jazari.platform.record.Contact;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import org.jspecify.annotations.Nullable;

/** What of a partner is stored as one document: it is read and written whole, never filtered by. */
record PartnerDetails(
        List<Name> names,
        @Nullable Location location,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        List<Contact> contacts) {

    static PartnerDetails of(PartnerRequest request) {
        return new PartnerDetails(
                request.names(),
                request.location(),
                Objects.requireNonNullElse(request.links(), List.of()),
                Objects.requireNonNullElse(request.domains(), List.of()),
                Objects.requireNonNullElse(request.externalIds(), List.of()),
                Objects.requireNonNullElse(request.contacts(), List.of()));
    }
}
