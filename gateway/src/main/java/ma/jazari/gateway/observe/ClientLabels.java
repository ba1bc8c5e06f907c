package ma.jazari.gateway.observe;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Clients as metrics name them: only so many, since each name is time series that never end. */
final class ClientLabels {

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ClientLabels(int most) {
        this.most = most;
    }

    String of(String client) {
        if (client.equals(Finished.ANONYMOUS) || known.contains(client)) {
            return client;
        }
        return admit(client) ? client : "other";
    }

    private synchronized boolean admit(String client) {
        return known.contains(client) || (known.size() < most && known.add(client));
    }
}
