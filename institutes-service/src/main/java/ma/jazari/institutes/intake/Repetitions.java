package ma.jazari.institutes.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jazari.institutes.institute.InstituteKeys.Key;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.json.JsonBinder;

/** Notes what the lines of a file name and say, and refuses one that names or says what another line did. */
final class Repetitions {

    private final Seen seen;
    private final JsonBinder binder;

    Repetitions(Seen seen, JsonBinder binder) {
        this.seen = seen;
        this.binder = binder;
    }

    /** Refuses the line if one before it is of the same institute, by its id or by what names it elsewhere. */
    void refuse(Candidate candidate) {
        var stored = candidate.stored();
        var same = stored == null ? seen.line(content(candidate)) : seen.line(id(stored.id()));
        if (same.isPresent()) {
            candidate.refuse(
                    candidate.envelope().id() == null ? "" : "/id",
                    "line " + same.getAsLong() + " of this file is of the same institute");
            return;
        }
        for (var key : candidate.keys()) {
            seen.line(key(key))
                    .ifPresent(line -> candidate.refuse(
                            LineKeys.pointer(candidate.record(), key.kind(), key.value()),
                            "line " + line + " of this file names the same institute"));
        }
    }

    /** Refuses a new institute that is called as another line calls its own. */
    void refuseNames(Candidate candidate, List<String> names) {
        names.stream()
                .map(name -> seen.line(name(name)))
                .filter(line -> line.isPresent())
                .findFirst()
                .ifPresent(line -> candidate.refuse(
                        "/names",
                        "is the name of the institute in line " + line.getAsLong()
                                + " of this file, too. If they are not the same, import with confirmed=true"));
    }

    List<String> names(Candidate candidate) {
        return RecordNames.in(candidate.record().path("names")).toList();
    }

    /**
     * The line is accepted. What its institute was called and what named it before is noted too: whether a later line may
     * have that must not depend on which lines happen to be written together.
     */
    void note(Candidate candidate) {
        long line = candidate.number();
        var stored = candidate.stored();
        if (stored == null) {
            seen.note(content(candidate), line);
        } else {
            seen.note(id(stored.id()), line);
            RecordNames.in(binder.tree(stored.written()).path("names")).forEach(name -> seen.note(name(name), line));
        }
        Stream.concat(candidate.keys().stream(), candidate.keysBefore().stream())
                .forEach(key -> seen.note(key(key), line));
        names(candidate).forEach(name -> seen.note(name(name), line));
    }

    /** What a new institute's line says; two that say the same are of the same institute, whatever is confirmed. */
    private String content(Candidate candidate) {
        var status = Objects.requireNonNullElse(candidate.envelope().status(), InstituteStatus.DRAFT);
        return candidate.fingerprint(() -> "content " + status + binder.tree(candidate.request()));
    }

    private static String id(String id) {
        return "id " + id;
    }

    private static String key(Key key) {
        return "key " + key.kind() + " " + key.value();
    }

    private static String name(String name) {
        return "name " + name;
    }
}
