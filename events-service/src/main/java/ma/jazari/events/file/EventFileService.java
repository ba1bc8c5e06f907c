package ma.jazari.events.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import ma.jazari.events.programevent.EventPartChanges;
import ma.jazari.events.programevent.ProgramEventState;
import ma.jazari.platform.file.FileBytes;
import ma.jazari.platform.file.FileWords;
import ma.jazari.platform.file.StoredFile;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;

/**
 * Keeps the files of program events. Every write is one transaction that holds the event, makes a new version of its
 * record and leaves one entry in the change log.
 */
@ApplicationScoped
class EventFileService {

    static final FileWords WORDS = new FileWords("a file", "files", "a program event");

    private final EventFileRepository files;
    private final FileBytes bytes;
    private final EventPartChanges events;
    private final Clock clock;

    EventFileService(EventFileRepository files, FileBytes bytes, EventPartChanges events, Clock clock) {
        this.files = files;
        this.bytes = bytes;
        this.events = events;
        this.clock = clock;
    }

    /** Where a file is: its event, and its own id as the path has it. */
    record Address(String eventId, String fileId) {}

    /** A file that was added, and the version of the event that has it. */
    record Added(ProgramEventFile file, long eventVersion) {}

    /** A file that the caller may read, and whether everybody may. */
    record ReadableFile(StoredFile file, boolean isPublic) {}

    /** A page of the files that are not withdrawn, in the order in which they came, for whoever may see the event. */
    @Transactional
    Page<ProgramEventFile> list(String eventId, ListQuery query, Actor actor) {
        var event = events.readable(eventId, actor);
        var conditions = new Conditions();
        conditions.add("eventId = :event and withdrawnAt is null", Map.of("event", UUID.fromString(event.id())));
        var page = Listing.page(files, conditions, Keyset.byId(EventFile::id), query);
        return page.with(page.items().stream().map(EventFile::shown).toList());
    }

    /** Says early whether the caller may add a file at all, before the file has arrived. */
    @Transactional
    void checkMayAdd(String eventId, ExpectedVersion expected, Actor actor) {
        var event = hold(eventId, expected, actor);
        files.usage(UUID.fromString(event.id())).checkOneMore(WORDS);
    }

    @Transactional
    Added add(String eventId, ExpectedVersion expected, FileLabel label, InputStream body, Actor actor)
            throws IOException {
        var event = hold(eventId, expected, actor);
        var owner = UUID.fromString(event.id());
        var usage = files.usage(owner);
        usage.checkOneMore(WORDS);
        var id = Uuids.next();
        var written = bytes.write(id.toString(), label.type(), WORDS, body);
        usage.checkMore(written.size(), WORDS);
        var file = EventFile.of(id, owner, label, written, clock.instant());
        files.persist(file);
        var changed = events.changed(event, "file-added", actor);
        return new Added(file.shown(), changed.version());
    }

    /** The file, for whoever may see the event; once it is withdrawn, for those alone who see the event's drafts. */
    @Transactional
    ReadableFile get(Address address, Actor actor) {
        var event = events.readable(address.eventId(), actor);
        var file = find(event, address);
        if (file.isWithdrawn() && !EventPartChanges.isInsider(event, actor)) {
            throw notFound(address);
        }
        return new ReadableFile(file.stored(), event.status().isPublished() && !file.isWithdrawn());
    }

    /** Takes the file away from a draft with all its bytes; from a published event it is withdrawn, and kept. */
    @Transactional
    void remove(Address address, ExpectedVersion expected, Actor actor) {
        var event = hold(address.eventId(), expected, actor);
        var file = find(event, address);
        if (file.isWithdrawn()) {
            throw notFound(address);
        }
        if (event.status().isPublished()) {
            file.withdraw(clock.instant());
        } else {
            files.delete(file);
        }
        events.changed(event, "file-removed", actor);
    }

    private ProgramEventState hold(String eventId, ExpectedVersion expected, Actor actor) {
        var event = events.hold(eventId, actor);
        expected.check(event.version());
        return event;
    }

    private EventFile find(ProgramEventState event, Address address) {
        return files.findByIdOptional(Uuids.checked(address.fileId()).toString())
                .filter(file -> file.eventId().toString().equals(event.id()))
                .orElseThrow(() -> notFound(address));
    }

    private static Problem notFound(Address address) {
        return Problem.notFound("file of the program event", address.fileId());
    }
}
