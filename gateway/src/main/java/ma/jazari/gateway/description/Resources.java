package ma.jazari.gateway.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files that are on the class path. */
final class Resources {

    private static final String READER = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private Resources() {}

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isThere(String name) {
        return Thread.currentThread().getContextClassLoader().getResource(name) != null;
    }

    /** A file of the reader, whose folder is named for its version. */
    static byte[] ofReader(String name) {
        return bytes("META-INF/resources/webjars/swagger-ui/" + readerVersion() + "/" + name);
    }

    private static String readerVersion() {
        var properties = new Properties();
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(READER)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
