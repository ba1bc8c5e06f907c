package ma.jazari.localstack.dist;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.jazari.localstack.LocalStackException;

/** PostgreSQL's binaries for this machine, unpacked from the jar on the class path that Maven chose by its profile. */
public final class PostgresDistribution {

    private PostgresDistribution() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    public static Path in(DistributionFolder folder) {
        var archive = "/postgres-" + system() + "-" + architecture() + ".txz";
        var resource = PostgresDistribution.class.getResource(archive);
        if (resource == null) {
            throw new LocalStackException(
                    "There are no PostgreSQL binaries for " + System.getProperty("os.name") + " on "
                            + System.getProperty("os.arch") + " (" + archive + " is not on the class path). "
                            + "The local stack runs on Linux and macOS, on x86-64 and arm64.");
        }
        return folder.get("postgres-" + version(resource.toString()) + "-" + system() + "-" + architecture(), empty -> {
            try (var content = resource.openStream()) {
                Archives.unpackTarXz(content, empty);
            }
        });
    }

    /** Found in the jar's name, so that another version is unpacked beside this one. */
    static String version(String jarUrl) {
        var matcher = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar").matcher(jarUrl);
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
