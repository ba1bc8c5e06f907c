package ma.jazari.partnerships.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether this is a place to practise in. */
@ConfigMapping(prefix = "jazari.sandbox")
public interface SandboxConfig {

    /** Lets the clock of agreements be moved and a scripted counterparty be had. Never where conventions are real. */
    @WithDefault("false")
    boolean enabled();
}
