package ma.jazari.localstack.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** File modes as archives carry them. */
public final class PosixModes {

    /** In the order of the bits, from others' execute upwards. */
    private static final PosixFilePermission[] BITS = {
        PosixFilePermission.OTHERS_EXECUTE,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_READ,
    };

    private PosixModes() {}

    /** Sets the nine permission bits of {@code mode}. */
    public static void set(Path file, int mode) throws IOException {
        Files.setPosixFilePermissions(file, of(mode));
    }

    static Set<PosixFilePermission> of(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.length; bit++) {
            if ((mode >> bit & 1) == 1) {
                permissions.add(BITS[bit]);
            }
        }
        return permissions;
    }
}
