package ma.jazari.gateway.feed;

import io.vertx.core.buffer.Buffer;
import ma.jazari.gateway.route.Upstream;

/** What a service answered to the question for its changes. */
record ServiceAnswer(Upstream upstream, int status, Buffer body) {

    private static final int OK = 200;

    boolean isPage() {
        return status == OK;
    }

    /** Whether the service found fault with the request, not with itself. */
    boolean isRefusal() {
        return status >= 400 && status < 500;
    }
}
