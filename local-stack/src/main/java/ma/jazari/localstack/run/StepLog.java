package ma.jazari.localstack.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ma.jazari.localstack.LocalStackException;

/** The supervisor's steps as lines of a file, which a client reads as they come. */
public final class StepLog implements Consumer<Step> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    private StepLog(Path file) {
        this.file = file;
    }

    /** Begins a new file. */
    public static StepLog begin(RunFiles files) {
        try {
            Files.writeString(files.steps(), "");
            return new StepLog(files.steps());
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    @Override
    public synchronized void accept(Step step) {
        try {
            Files.writeString(file, JSON.writeValueAsString(step) + "\n", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    /** Reads what was added since it was last asked. */
    public static final class Reader {

        private final Path file;
        private int read;

        public Reader(RunFiles files) {
            this.file = files.steps();
        }

        /** Passes over what is there already. */
        public Reader fromNow() {
            next();
            return this;
        }

        public List<Step> next() {
            try {
                var text = Files.exists(file) ? Files.readString(file) : "";
                // A line that is not ended yet is being written.
                var lines =
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
                var fresh = new ArrayList<Step>();
                for (var line : lines.subList(Math.min(read, lines.size()), lines.size())) {
                    fresh.add(Objects.requireNonNull(JSON.readValue(line, Step.class)));
                }
                read = lines.size();
                return fresh;
            } catch (IOException failure) {
                throw unusable(failure);
            }
        }
    }

    private static LocalStackException unusable(IOException failure) {
        return new LocalStackException("Cannot use the file of steps: " + failure.getMessage(), failure);
    }
}
