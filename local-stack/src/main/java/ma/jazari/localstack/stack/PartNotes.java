package ma.jazari.localstack.stack;

import ma.jazari.localstack.process.ProcessIdentity;
import ma.jazari.localstack.run.PartRecord;
import ma.jazari.localstack.run.PartState;
import ma.jazari.localstack.run.RunFiles;
import org.jspecify.annotations.Nullable;

/** Writes down how a part fares, for {@code status} and for whoever finds the pieces after a crash. */
record PartNotes(RunFiles files, PartDefinition part) {

    void write(PartState state, @Nullable ProcessIdentity process, int restarts, @Nullable String note) {
        var pid = process == null ? 0 : process.pid();
        var start = process == null ? 0 : process.startedAt().toEpochMilli();
        files.write(new PartRecord(part.name(), state, pid, start, part.portNumbers(), restarts, note));
    }

    void forget() {
        files.part(part.name()).ifPresent(files::forget);
    }
}
