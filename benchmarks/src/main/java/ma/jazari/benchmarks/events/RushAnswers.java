package ma.jazari.benchmarks.events;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.jazari.benchmarks.BenchmarkException;

/** What all were answered who registered for one event. */
record RushAnswers(List<Registered> registered) {

    RushAnswers {
        registered = List.copyOf(registered);
    }

    long count(String state) {
        return registered.stream().filter(one -> one.state().equals(state)).count();
    }

    /**
     * Whether everybody has a place or one place in the queue, the first who came first.
     *
     * @throws BenchmarkException that says what is wrong
     */
    void check(int places) {
        int confirmed = Math.min(places, registered.size());
        var wanted = new TreeMap<String, Long>();
        count(wanted, Registered.CONFIRMED, confirmed);
        count(wanted, Registered.WAITING, registered.size() - confirmed);
        var found = registered.stream()
                .collect(Collectors.groupingBy(Registered::state, TreeMap::new, Collectors.counting()));
        if (!found.equals(wanted)) {
            throw wrong("the answers are " + found + " instead of " + wanted);
        }
        checkOrder(places);
    }

    private static void count(Map<String, Long> counts, String state, long count) {
        if (count > 0) {
            counts.put(state, count);
        }
    }

    /** Numbers without a gap or a double; those who wait stand in the same order. */
    private void checkOrder(int places) {
        var inOrder = registered.stream()
                .sorted(Comparator.comparingLong(Registered::number))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            var one = inOrder.get(i);
            var wanted = i < places
                    ? new Registered(Registered.CONFIRMED, 0, i + 1L)
                    : new Registered(Registered.WAITING, i + 1 - places, i + 1L);
            if (!one.equals(wanted)) {
                throw wrong("there is " + one + " where " + wanted + " should be");
            }
        }
    }

    private BenchmarkException wrong(String what) {
        return new BenchmarkException("Of " + registered.size() + " registrations at once, " + what + ".");
    }
}
