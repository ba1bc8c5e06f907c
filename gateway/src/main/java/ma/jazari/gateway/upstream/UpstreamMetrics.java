package ma.jazari.gateway.upstream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts requests to services by collection: a time series for each record would never end. */
final class UpstreamMetrics {

    private static final String CLIENT = "http.client";
    private static final String URI = "uri";
    private static final Pattern BELOW_COLLECTION = Pattern.compile("(/v1/[a-z-]+)/.*");

    private UpstreamMetrics() {}

    @Produces
    @Singleton
    static MeterFilter byCollection() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(CLIENT) ? shortened(id, id.getTag(URI)) : id;
            }
        };
    }

    private static Meter.Id shortened(Meter.Id id, @Nullable String uri) {
        return uri == null
                ? id
                : id.replaceTags(id.getTags().stream()
                        .map(tag -> tag.getKey().equals(URI) ? Tag.of(URI, collection(uri)) : tag)
                        .toList());
    }

    private static String collection(String uri) {
        return BELOW_COLLECTION.matcher(uri).replaceFirst("$1/{rest}");
    }
}
