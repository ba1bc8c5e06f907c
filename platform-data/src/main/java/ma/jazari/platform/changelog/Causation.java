package ma.jazari.platform.changelog;

import org.jspecify.annotations.Nullable;

/** What the work at hand follows from, so that the changes that it makes say so. */
public final class Causation {

    private static final ScopedValue<String> CHANGE = ScopedValue.newInstance();

    private Causation() {}

    /** Does the work as a consequence of the change with this id. */
    public static void of(String changeId, Runnable work) {
        ScopedValue.where(CHANGE, changeId).run(work);
    }

    /** Id of the change that the present work follows from; null where somebody asked for it. */
    static @Nullable String current() {
        return CHANGE.isBound() ? CHANGE.get() : null;
    }
}
