package ma.jazari.gateway.observe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is told of requests. */
@ConfigMapping(prefix = "jazari.gateway.observe")
public interface ObserveConfig {

    /** Whether each request is a line of JSON on the standard output. */
    @WithDefault("true")
    boolean accessLog();

    /** So many clients have metrics under their own ids; those that come later are {@code other}. */
    @WithDefault("50")
    int clients();
}
