package ma.jazari.localstack.process;

import java.nio.file.Path;

/** The JDK that runs this process runs the others too. */
public final class JavaRuntime {

    private JavaRuntime() {}

    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    public static String executable() {
        return home().resolve("bin/java").toString();
    }
}
