package ma.jazari.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The committed descriptions in {@code contracts/openapi} of the repository, for tests that compare and update them. */
public final class ContractFiles {

    /** Set to true, a test writes what it found instead of failing. */
    public static final String UPDATE = "jazari.contracts.update";

    private static final String ROOT = "jazari.root";

    private final Path folder;

    ContractFiles(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalStateException where the build does not say where the repository is */
    public static ContractFiles ofRepository() {
        return new ContractFiles(folder("openapi"));
    }

    /**
     * A folder of {@code contracts}, such as {@code digest-vectors}.
     *
     * @throws IllegalStateException where the build does not say where the repository is
     */
    public static Path folder(String name) {
        var root = System.getProperty(ROOT);
        if (root == null) {
            throw new IllegalStateException("-D" + ROOT + " must name the folder of the repository");
        }
        return Path.of(root, "contracts", name);
    }

    public static boolean isUpdate() {
        return Boolean.getBoolean(UPDATE);
    }

    /** The committed text; empty for a part that has none yet. */
    public Optional<String> read(String name) {
        var file = file(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".yaml");
    }
}
