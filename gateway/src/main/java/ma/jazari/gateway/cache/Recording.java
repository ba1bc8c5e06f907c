package ma.jazari.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An answer of a service on its way to a client, of which a copy is kept if others may get it, too. Holds nothing up. */
public final class Recording {

    private static final int NOT_MODIFIED = 304;

    private final @Nullable Plan plan;
    private final @Nullable String status;
    private final Runnable begun;
    private @Nullable Duration lifetime;
    private @Nullable Head head;
    private Buffer body = Buffer.buffer();
    private boolean isKnownToClient;

    private Recording(@Nullable Plan plan, @Nullable String status, Runnable begun) {
        this.plan = plan;
        this.status = status;
        this.begun = begun;
    }

    /**
     * What is kept, if it may be.
     *
     * @param seq the service's last change before it is asked
     * @param asked now, on a clock that only goes forward
     * @param most how many bytes a body may have
     * @param ifNoneMatch what the client has
     */
    record Plan(
            Key key,
            long seq,
            long asked,
            long most,
            @Nullable String ifNoneMatch,
            BiConsumer<Key, KeptAnswer> keeper) {}

    static Recording of(Plan plan, String status) {
        return new Recording(plan, status, () -> {});
    }

    /** Of an answer that is for this client alone; nothing is kept. */
    static Recording none(@Nullable String status) {
        return new Recording(null, status, () -> {});
    }

    /** Of an answer to a request that may have changed something; tells so before the client hears of it. */
    static Recording ofWrite(Runnable written) {
        return new Recording(null, null, written);
    }

    /** What the service is asked: for an answer that others may get, too, whatever this client has of it. */
    public MultiMap question(MultiMap headers) {
        return plan == null ? headers : headers.remove(HttpHeaders.IF_NONE_MATCH);
    }

    /** The answer begins; the head is completed for the client. */
    public int begin(int code, MultiMap headers) {
        begun.run();
        if (plan != null) {
            var given = new Head(code, HttpHeaders.headers().addAll(headers));
            lifetime = given.length() > plan.most() ? null : given.lifetime().orElse(null);
            head = given;
            isKnownToClient = given.isKnownTo(plan.ifNoneMatch());
        }
        if (status != null) {
            headers.set(PublicAnswers.CACHE_STATUS, status);
        }
        if (isKnownToClient) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        return isKnownToClient ? NOT_MODIFIED : code;
    }

    /** Whether the client has the body, so that it is not sent once more. */
    public boolean isKnownToClient() {
        return isKnownToClient;
    }

    /** A piece of the body passes. */
    public void take(Buffer piece) {
        if (plan != null && lifetime != null) {
            if (body.length() + piece.length() > plan.most()) {
                lifetime = null;
                body = Buffer.buffer();
            } else {
                body.appendBuffer(piece);
            }
        }
    }

    /** The answer is complete. */
    public void complete() {
        if (plan != null && lifetime != null && head != null) {
            plan.keeper().accept(plan.key(), new KeptAnswer(head, body, plan.seq(), plan.asked(), lifetime));
        }
    }
}
