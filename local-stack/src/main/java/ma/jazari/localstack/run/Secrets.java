package ma.jazari.localstack.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.dist.PosixModes;

/** Passwords of this stack alone: made at random when first asked for, readable by their owner. */
public record Secrets(StateDirectory state) {

    private static final int BYTES = 24;

    public String get(String name) {
        var file = state.secrets().resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : make(file);
        } catch (IOException failure) {
            throw new LocalStackException("Cannot keep the secret " + file + ": " + failure.getMessage(), failure);
        }
    }

    private String make(Path file) throws IOException {
        synchronized (Secrets.class) {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            PosixModes.set(Files.createDirectories(state.secrets()), 0700);
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            AtomicFile.write(file, secret, 0600);
            return secret;
        }
    }
}
