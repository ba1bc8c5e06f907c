package ma.jazari.benchmarks.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.records.InstituteLine.Name;
import org.jspecify.annotations.Nullable;

/** The organisations of a ROR dump; when they run out, the same again under other names and without ids. */
public final class RorInstitutes implements InstituteLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Epithets epithets = new Epithets();
    private final RorMapping mapping = new RorMapping();
    private BufferedReader reader;
    private int copy;
    private int usable;

    public RorInstitutes(Path file) {
        this.file = file;
        this.reader = RorDump.open(file);
    }

    @Override
    public String describe() {
        return "of " + file.getFileName();
    }

    @Override
    public String next() {
        var line = mapping.line(organisation());
        while (line.names().isEmpty()) {
            line = mapping.line(organisation());
        }
        usable++;
        return (copy == 0 ? line : line.renamed(this::renamed)).json();
    }

    private JsonNode organisation() {
        try {
            var line = nextLine();
            if (line == null) {
                startAgain();
                line = nextLine();
            }
            if (line == null) {
                throw new BenchmarkException(file + " has no lines.");
            }
            return JSON.readTree(line);
        } catch (IOException failure) {
            throw RorDump.unreadable(file, failure);
        }
    }

    private @Nullable String nextLine() throws IOException {
        var line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        return line;
    }

    private void startAgain() throws IOException {
        if (usable == 0) {
            throw new BenchmarkException(file + " holds no organisation with a name: is it a ROR dump, one a line?");
        }
        reader.close();
        reader = RorDump.open(file);
        copy++;
        usable = 0;
    }

    private Name renamed(Name name) {
        return new Name(epithets.named(name.value(), copy), name.lang(), name.type());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw RorDump.unreadable(file, failure);
        }
    }
}
