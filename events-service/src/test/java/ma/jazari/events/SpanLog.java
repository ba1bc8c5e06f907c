package ma.jazari.events;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The last spans of the service, as they would be exported. */
@Singleton
@Unremovable
public class SpanLog implements SpanProcessor {

    private static final int LAST = 500;

    private final Queue<String> ended = new ConcurrentLinkedQueue<>();

    /** Those that name this. */
    public List<String> about(String text) {
        return ended.stream().filter(span -> span.contains(text)).toList();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ended.add(span.toSpanData().toString());
        if (ended.size() > LAST) {
            ended.poll();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
