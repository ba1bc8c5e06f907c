package ma.jazari.localstack.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Unpacks with file modes and links, which the JDK's own zip does not. */
final class Archives {

    private Archives() {}

    static void unpackTarXz(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, within(target, entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            write(content, file, entry.getMode());
        }
    }

    /** Unpacks a zip that holds one folder, without that folder. */
    static void unpackZipFolder(Path archive, Path target) throws IOException {
        try (var zip = ZipFile.builder().setPath(archive).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                var inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!inner.isEmpty()) {
                    unpack(zip, entry, within(target, inner));
                }
            }
        }
    }

    private static void unpack(ZipFile zip, ZipArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        try (var content = zip.getInputStream(entry)) {
            write(content, file, entry.getUnixMode() == 0 ? 0644 : entry.getUnixMode());
        }
    }

    private static void write(InputStream content, Path file, int mode) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(content, file);
        PosixModes.set(file, mode & 0777);
    }

    private static Path within(Path target, String name) throws IOException {
        var file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive reaches outside its folder: " + name);
        }
        return file;
    }
}
