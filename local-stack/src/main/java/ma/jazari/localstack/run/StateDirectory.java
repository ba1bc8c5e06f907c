package ma.jazari.localstack.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.jazari.localstack.LocalStackException;

/** Where one stack keeps its data, its secrets, its logs and the notes about its processes. */
public record StateDirectory(Path directory) {

    /** {@code JAZARI_STATE_DIR}, or {@code .jazari} in the project. */
    public static StateDirectory ofEnvironment(Path root) {
        var chosen = System.getenv("JAZARI_STATE_DIR");
        return new StateDirectory(
                chosen == null || chosen.isBlank()
                        ? root.resolve(".jazari")
                        : Path.of(chosen).toAbsolutePath());
    }

    public Path data(String part) {
        return directory.resolve("data").resolve(part);
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path samples() {
        return directory.resolve("data").resolve("samples.json");
    }

    Path secrets() {
        return directory.resolve("secrets");
    }

    Path run() {
        return made(directory.resolve("run"));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new LocalStackException("Cannot make the folder " + folder + ": " + failure.getMessage(), failure);
        }
    }
}
