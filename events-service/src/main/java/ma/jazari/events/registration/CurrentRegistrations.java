package ma.jazari.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.RecordImage;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecord.Fault;
import ma.jazari.platform.integrity.CurrentRecords;

/** The registrations as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentRegistrations implements CurrentRecords {

    private final RegistrationRepository registrations;
    private final ChangeLog changes;

    CurrentRegistrations(RegistrationRepository registrations, ChangeLog changes) {
        this.registrations = registrations;
        this.changes = changes;
    }

    @Override
    public String type() {
        return RegistrationWriter.SUBJECT;
    }

    @Override
    public String table() {
        return "registration";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var uuids = ids.stream()
                .map(CurrentRegistrations::uuid)
                .flatMap(Optional::stream)
                .toList();
        return uuids.isEmpty()
                ? Map.of()
                : registrations.list("id in ?1", uuids).stream()
                        .collect(Collectors.toMap(one -> one.id().toString(), this::current));
    }

    private CurrentRecord current(Registration registration) {
        var image = new RecordImage(changes.tree(RegistrationFact.of(registration)), null);
        var faults = registration.isFoundByItsAddress()
                ? List.<Fault>of()
                : List.of(new Fault(table(), "The column address is not the person's."));
        return new CurrentRecord(registration.version(), image, faults);
    }

    /** An entry that was forged may be of anything. */
    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
