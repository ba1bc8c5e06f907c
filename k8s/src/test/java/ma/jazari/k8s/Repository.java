package ma.jazari.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files of the repository that what is deployed has to agree with. */
final class Repository {

    private static final Pattern BUILT = Pattern.compile("^(?:image|service) ([a-z-]+) ", Pattern.MULTILINE);

    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private Repository() {}

    /** Of the project, as its pom says. */
    static String version() throws IOException {
        return VERSION.matcher(Files.readString(file("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    static Path file(String path) {
        return Path.of("..").resolve(path);
    }

    /** The names of the images that {@code ./jazari images} builds, without {@code jazari/}. */
    static Set<String> imagesBuilt() throws IOException {
        return BUILT.matcher(Files.readString(file("images/build")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
