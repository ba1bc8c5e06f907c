package ma.jazari.platform.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that the caller hears of all of it at once. */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();

    public void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    /** Adds the violation unless something is already known to be wrong at the same place or above it. */
    public void addUnlessCovered(String pointer, String detail) {
        boolean covered =
                found.stream().anyMatch(v -> pointer.equals(v.pointer()) || pointer.startsWith(v.pointer() + "/"));
        if (!covered) {
            add(pointer, detail);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> all() {
        return List.copyOf(found);
    }

    /** @throws Problem with all violations, if there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(all());
        }
    }
}
