package ma.jazari.localstack.dist;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import ma.jazari.localstack.LocalStackException;

/**
 * The folder of prepared distributions, shared by every state directory. A distribution is there whole or not at all:
 * it is made under another name and renamed.
 */
public record DistributionFolder(Path directory) {

    /** What fills an empty folder. */
    @FunctionalInterface
    public interface Preparation {
        void into(Path emptyFolder) throws IOException;
    }

    /** {@code JAZARI_DIST_DIR}, or {@code .jazari/dist} in the project. */
    public static DistributionFolder ofEnvironment() {
        var chosen = System.getenv("JAZARI_DIST_DIR");
        return new DistributionFolder(
                chosen == null || chosen.isBlank()
                        ? ProjectRoot.find().resolve(".jazari/dist")
                        : Path.of(chosen).toAbsolutePath());
    }

    public boolean has(String name) {
        return Files.isDirectory(directory.resolve(name));
    }

    /** The distribution of that name, prepared first when it is not there. */
    public Path get(String name, Preparation preparation) {
        var prepared = directory.resolve(name);
        if (Files.isDirectory(prepared)) {
            return prepared;
        }
        try {
            Files.createDirectories(directory);
            prepare(prepared, preparation);
            return prepared;
        } catch (IOException failure) {
            throw new LocalStackException(
                    "Cannot prepare " + name + " in " + directory + ": " + failure.getMessage(), failure);
        }
    }

    private void prepare(Path prepared, Preparation preparation) throws IOException {
        var unfinished = Files.createTempDirectory(directory, prepared.getFileName() + ".unfinished-");
        try {
            // A temporary directory is its owner's alone; PostgreSQL may run as another user.
            PosixModes.set(unfinished, 0755);
            preparation.into(unfinished);
            Files.move(unfinished, prepared, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException raced) {
            if (!Files.isDirectory(prepared)) {
                throw raced;
            }
        } finally {
            Trees.delete(unfinished);
        }
    }
}
