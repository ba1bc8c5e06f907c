package ma.jazari.localstack.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import ma.jazari.localstack.LocalStackException;

/** Which samples this state directory has, so that a load that was interrupted goes on where it was. */
final class SampleProgress {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Content content;

    /**
     * @param complete whether there is nothing left to do
     * @param ids of the records that are there, by reference
     */
    private record Content(boolean complete, Map<String, String> ids) {}

    private SampleProgress(Path file, Content content) {
        this.file = file;
        this.content = content;
    }

    static SampleProgress read(Path file) {
        try {
            return new SampleProgress(
                    file,
                    Files.exists(file)
                            ? Objects.requireNonNull(JSON.readValue(Files.readString(file), Content.class))
                            : new Content(false, new LinkedHashMap<>()));
        } catch (IOException failure) {
            throw new LocalStackException("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    boolean isComplete() {
        return content.complete();
    }

    /** By reference, without the {@code @}. */
    Map<String, String> ids() {
        return Collections.unmodifiableMap(content.ids());
    }

    void add(Sample sample, String id) {
        content.ids().put(sample.reference(), id);
        write(content);
    }

    void complete() {
        write(new Content(true, content.ids()));
    }

    private void write(Content newContent) {
        try {
            Files.writeString(file, JSON.writeValueAsString(newContent));
        } catch (IOException failure) {
            throw new LocalStackException("Cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }
}
