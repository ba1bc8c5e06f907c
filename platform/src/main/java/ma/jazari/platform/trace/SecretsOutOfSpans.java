package ma.jazari.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes secrets out of the addresses that spans name, before anybody gets to see a span. */
@Singleton
@Unremovable
public class SecretsOutOfSpans implements SpanProcessor {

    // Of requests that are served, and of those that are sent; set by the instrumentation as a span starts.
    private static final List<AttributeKey<String>> ADDRESSES =
            List.of(AttributeKey.stringKey("url.query"), AttributeKey.stringKey("url.full"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var address : ADDRESSES) {
            var value = span.getAttribute(address);
            if (value != null) {
                span.setAttribute(address, SecretParameters.hidden(value));
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
