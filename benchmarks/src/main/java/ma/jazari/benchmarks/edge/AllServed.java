package ma.jazari.benchmarks.edge;

import java.util.ArrayList;
import java.util.List;

/** Some servers that are stopped together. */
final class AllServed implements AutoCloseable {

    private final List<Served> all = new ArrayList<>();

    Served add(Served server) {
        all.add(server);
        return server;
    }

    @Override
    public void close() {
        all.reversed().forEach(Served::close);
    }
}
