package ma.jazari.gateway.health;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;

/** Whether something accepts connections at an address. */
final class Reachable {

    private Reachable() {}

    static Uni<Boolean> at(NetClient network, URI address) {
        var connected = network.connect(port(address), address.getHost())
                .compose(NetSocket::close)
                .map(true)
                .otherwise(false);
        return Uni.createFrom().completionStage(connected.toCompletionStage());
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}
