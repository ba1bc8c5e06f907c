package ma.jazari.localstack.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import ma.jazari.localstack.dist.PosixModes;

/** Files that readers see whole: the old text or the new one. */
final class AtomicFile {

    private AtomicFile() {}

    static void write(Path file, String text, int mode) throws IOException {
        var folder = Objects.requireNonNull(file.getParent());
        // A temporary file is readable by its owner alone from the start.
        var unfinished = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        Files.writeString(unfinished, text);
        PosixModes.set(unfinished, mode);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
