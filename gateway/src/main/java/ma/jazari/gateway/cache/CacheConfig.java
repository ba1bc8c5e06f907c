package ma.jazari.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept of public answers. */
@ConfigMapping(prefix = "jazari.gateway.cache")
public interface CacheConfig {

    @WithDefault("true")
    boolean enabled();

    /** How long after a change of a service an answer may still be as before. */
    @WithDefault("2S")
    Duration bound();

    /** All answers together, with their heads and questions. */
    @WithDefault("64M")
    MemorySize size();

    /** One answer; larger ones pass through and are not kept. */
    @WithDefault("256K")
    MemorySize entry();
}
