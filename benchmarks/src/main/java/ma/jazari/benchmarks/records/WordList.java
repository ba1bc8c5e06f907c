package ma.jazari.benchmarks.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Rows of a resource of this module: columns with semicolons between them, comments after a number sign. */
record WordList(List<List<String>> rows) {

    static WordList read(String name) {
        try (var resource = WordList.class.getResourceAsStream("/records/" + name)) {
            var text = new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
            return new WordList(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(";", -1)))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int size() {
        return rows.size();
    }

    List<String> get(int row) {
        return rows.get(row);
    }
}
