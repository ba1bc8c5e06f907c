package ma.jazari.localstack.dist;

import java.nio.file.Files;
import java.nio.file.Path;
import ma.jazari.localstack.LocalStackException;
import org.jspecify.annotations.Nullable;

/** Where the repository is checked out. */
public final class ProjectRoot {

    private ProjectRoot() {}

    /** The system property {@code jazari.root}, or the nearest folder upwards that holds the launcher. */
    public static Path find() {
        var named = System.getProperty("jazari.root");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (@Nullable Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("jazari")) && Files.isDirectory(folder.resolve("local-stack"))) {
                return folder;
            }
        }
        throw new LocalStackException("Cannot find the project; set the system property jazari.root to its folder.");
    }
}
