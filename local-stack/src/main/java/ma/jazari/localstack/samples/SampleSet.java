package ma.jazari.localstack.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The sample data, each record after those that it refers to.
 *
 * @param samples the records
 * @param delegations whom the sample accounts act for
 */
record SampleSet(List<Sample> samples, List<Delegation> delegations) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static SampleSet load() {
        var samples = Stream.of("institutes", "partners", "conventions", "programmes", "program-events")
                .flatMap(file -> Stream.of(read(file, Sample[].class)))
                .toList();
        return new SampleSet(samples, List.of(read("acts-for", Delegation[].class)));
    }

    private static <T> T read(String file, Class<T> type) {
        try (var content = SampleSet.class.getResourceAsStream("/samples/" + file + ".json")) {
            return Objects.requireNonNull(JSON.readValue(Objects.requireNonNull(content, file), type));
        } catch (IOException failure) {
            throw new UncheckedIOException("samples/" + file + ".json", failure);
        }
    }
}
