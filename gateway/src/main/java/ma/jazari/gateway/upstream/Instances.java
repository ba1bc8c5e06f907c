package ma.jazari.gateway.upstream;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Those of one service. The next request goes to the one that has the fewest under way; equals take turns. */
final class Instances {

    private final List<Instance> all;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(List<Instance> all) {
        this.all = List.copyOf(all);
    }

    List<Instance> all() {
        return all;
    }

    /**
     * The one that the next request goes to; empty while none is well.
     *
     * @param before one that has just failed, taken only if there is no other
     */
    Optional<Instance> next(@Nullable Instance before) {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get((first + i) % all.size()))
                .sorted(Comparator.<Instance, Boolean>comparing(instance -> instance == before)
                        .thenComparing(Instance::underWay))
                .filter(instance -> instance.breaker().admits())
                .findFirst();
    }
}
