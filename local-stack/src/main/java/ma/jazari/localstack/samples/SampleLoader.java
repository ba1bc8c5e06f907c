package ma.jazari.localstack.samples;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import ma.jazari.localstack.keycloak.ActsFor;

/** Loads the samples as the network administrator, once per state directory. */
public final class SampleLoader {

    /** What names an institute in another service, and is refused while that one has not heard of it yet. */
    private static final Set<String> NAMING_INSTITUTES = Set.of("convention", "programme");

    private static final Set<Integer> NOT_HEARD_YET = Set.of(400, 404, 409, 422);

    private final SampleSet set = SampleSet.load();
    private final SampleProgress progress;

    /** @param progressFile where it is noted which samples are there */
    public SampleLoader(Path progressFile) {
        this.progress = SampleProgress.read(progressFile);
    }

    public boolean isNeeded() {
        return !progress.isComplete();
    }

    /** How many records there are. */
    public int size() {
        return set.samples().size();
    }

    /**
     * Loads what is not there yet. May be interrupted and repeated: nothing is created twice.
     *
     * @param token of a network administrator
     */
    public void load(URI gateway, String token, ActsFor accounts, Consumer<String> told) {
        var registry = new RegistryClient(gateway, token);
        for (int i = 0; i < size(); i++) {
            told.accept("loading " + (i + 1) + " of " + size());
            load(set.samples().get(i), registry);
        }
        var references = new References(progress.ids());
        for (var delegation : set.delegations()) {
            accounts.set(delegation.username(), delegation.claim(), references.resolve(delegation.record()));
        }
        progress.complete();
    }

    private void load(Sample sample, RegistryClient registry) {
        if (progress.ids().containsKey(sample.reference())) {
            return;
        }
        var passing = NAMING_INSTITUTES.contains(sample.kind()) ? NOT_HEARD_YET : Set.<Integer>of();
        var key = "sample-" + sample.kind() + "-" + sample.key();
        var record = new References(progress.ids()).resolve(sample.record());
        var stored = registry.create(sample.path(), record, key, passing);
        for (var move : sample.moves()) {
            stored = registry.move(sample.path(), stored, move, key + "-to-" + move.to(), passing);
        }
        progress.add(sample, stored.id());
    }
}
