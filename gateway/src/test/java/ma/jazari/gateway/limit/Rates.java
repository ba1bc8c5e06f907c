package ma.jazari.gateway.limit;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** A configuration of limits as it would be read from the environment. */
final class Rates {

    private Rates() {}

    static RateConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(RateConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(RateConfig.class);
    }
}
