package ma.jazari.localstack.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.jazari.localstack.LocalStackException;

/** The notes about the running processes, written by the supervisor and read by everybody. */
public final class RunFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READABLE = 0644;
    private static final String PART_SUFFIX = ".part.json";

    private final Path directory;

    public RunFiles(StateDirectory state) {
        this.directory = state.run();
    }

    public void write(PartRecord part) {
        write(partFile(part.name()), part);
    }

    public void write(SupervisorRecord supervisor) {
        write(supervisorFile(), supervisor);
    }

    /** The parts in the order of their names. */
    public List<PartRecord> parts() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(PART_SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file, PartRecord.class).stream())
                    .toList();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    public Optional<PartRecord> part(String name) {
        return read(partFile(name), PartRecord.class);
    }

    public Optional<SupervisorRecord> supervisor() {
        return read(supervisorFile(), SupervisorRecord.class);
    }

    /** The supervisor, if it runs. */
    public Optional<SupervisorRecord> liveSupervisor() {
        return supervisor().filter(record -> record.identity().isAlive());
    }

    public void forget(PartRecord part) {
        delete(partFile(part.name()));
    }

    public void forgetSupervisor() {
        delete(supervisorFile());
    }

    /** What the supervisor tells; see {@link StepLog}. */
    public Path steps() {
        return directory.resolve("steps.jsonl");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    private Path partFile(String name) {
        return directory.resolve(name + PART_SUFFIX);
    }

    private Path supervisorFile() {
        return directory.resolve("supervisor.json");
    }

    private static void write(Path file, Object value) {
        try {
            AtomicFile.write(file, JSON.writeValueAsString(value), READABLE);
        } catch (IOException failure) {
            throw new LocalStackException("Cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(Objects.requireNonNull(JSON.readValue(Files.readString(file), type)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new LocalStackException("Cannot delete " + file + ": " + failure.getMessage(), failure);
        }
    }

    private static LocalStackException unreadable(IOException failure) {
        return new LocalStackException(
                "Cannot read what is noted about the running stack: " + failure.getMessage(), failure);
    }
}
