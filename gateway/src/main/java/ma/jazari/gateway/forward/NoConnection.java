package ma.jazari.gateway.forward;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.concurrent.TimeoutException;

/** Why there was no connection to send a request on. */
final class NoConnection {

    private NoConnection() {}

    /** All connections were in use, and none became free in time: nothing that speaks against the instance. */
    static boolean isForWant(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException;
    }
}
