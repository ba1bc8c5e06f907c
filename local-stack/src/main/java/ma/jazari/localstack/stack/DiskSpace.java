package ma.jazari.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.dist.DistributionFolder;
import ma.jazari.localstack.run.StateDirectory;

/** Whether what is about to be written fits on the disk. */
final class DiskSpace {

    private static final long MIB = 1024L * 1024L;

    /** PostgreSQL and Keycloak unpacked take 300 MiB, and are there twice for a moment. */
    private static final long FOR_DISTRIBUTIONS = 600 * MIB;

    /** Empty databases take 100 MiB, Kafka's preallocated files and logs the rest. */
    private static final long FOR_STATE = 400 * MIB;

    private DiskSpace() {}

    /** @throws LocalStackException that names the folder, what is there and what is needed */
    static void requireEnough(StateDirectory state, DistributionFolder distributions) {
        require(state.directory(), FOR_STATE);
        if (!hasAny(distributions.directory())) {
            require(distributions.directory(), FOR_STATE + FOR_DISTRIBUTIONS);
        }
    }

    private static boolean hasAny(Path folder) {
        try (var entries = Files.newDirectoryStream(folder, "keycloak-*")) {
            return entries.iterator().hasNext();
        } catch (IOException absent) {
            return false;
        }
    }

    private static void require(Path folder, long bytes) {
        try {
            var usable = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
            if (usable < bytes) {
                throw new LocalStackException("The disk is almost full: " + usable / MIB + " MiB are free for " + folder
                        + ", and " + bytes / MIB + " MiB are needed. Free some, or set JAZARI_STATE_DIR (and"
                        + " JAZARI_DIST_DIR) to a folder on another disk.");
            }
        } catch (IOException failure) {
            throw new LocalStackException("Cannot use the folder " + folder + ": " + failure.getMessage(), failure);
        }
    }
}
