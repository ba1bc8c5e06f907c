package ma.jazari.partnerships.sealing;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What secrets are sealed with. */
@ConfigMapping(prefix = "jazari.sealing")
public interface SealingConfig {

    /**
     * The keys, each as {@code id:key} with 32 random bytes in base64, separated by commas. The first seals; the others open
     * what was sealed with them before. Without any the service does not start.
     */
    Optional<List<String>> keys();
}
