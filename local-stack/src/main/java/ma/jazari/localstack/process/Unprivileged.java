package ma.jazari.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ma.jazari.localstack.LocalStackException;

/**
 * How a program that refuses to run as root is run by root: in a user namespace of its own, in which it is nobody and
 * still owns root's files; where that is not allowed, as the user {@code nobody}.
 */
public enum Unprivileged {
    /** We are no root: nothing to do. */
    AS_IS,
    NAMESPACE,
    NOBODY;

    private static final int NOBODY_ID = 65534;

    public static Unprivileged forThisUser() {
        if (!isRoot()) {
            return AS_IS;
        }
        for (var way : List.of(NAMESPACE, NOBODY)) {
            if (way.works("true")) {
                return way;
            }
        }
        throw new LocalStackException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works"
                        + " here. Start as an ordinary user, or install util-linux.");
    }

    public List<String> command(List<String> command) {
        return Stream.concat(prefix().stream(), command.stream()).toList();
    }

    /** Gives the folder to whoever the program will run as. */
    public void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
            }
        }
        if (!works("test", "-w", folder.toString())) {
            throw new LocalStackException(
                    "PostgreSQL does not run as root; as the user nobody it cannot reach " + folder
                            + ". Set JAZARI_STATE_DIR to a folder that every user may enter, or start as an ordinary user.");
        }
    }

    private List<String> prefix() {
        return switch (this) {
            case AS_IS -> List.of();
            case NAMESPACE -> List.of("unshare", "-U", "--");
            case NOBODY -> List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups", "--");
        };
    }

    private boolean works(String... command) {
        return Tool.succeeds(command(List.of(command)));
    }

    private static boolean isRoot() {
        try {
            var id = new ProcessBuilder("id", "-u").start();
            return "0".equals(new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException noSuchProgram) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
