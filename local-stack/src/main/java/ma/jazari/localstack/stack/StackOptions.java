package ma.jazari.localstack.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import ma.jazari.localstack.dist.DistributionFolder;
import ma.jazari.localstack.dist.ProjectRoot;
import ma.jazari.localstack.run.StateDirectory;
import ma.jazari.localstack.run.SupervisorRecord;

/**
 * Which stack is started, and where.
 *
 * @param root where the repository is checked out and built
 * @param state its data, secrets and logs
 * @param distributions prepared programs, which stacks share
 * @param ports where everything listens
 * @param only the parts to start, with no others; empty for all
 * @param samples whether the sample data is loaded when the state directory has none
 */
public record StackOptions(
        Path root,
        StateDirectory state,
        DistributionFolder distributions,
        Ports ports,
        Set<String> only,
        boolean samples) {

    public StackOptions {
        only = Set.copyOf(only);
    }

    /** As the environment says: {@code JAZARI_STATE_DIR}, {@code JAZARI_DIST_DIR}, {@code JAZARI_PORT_OFFSET}. */
    public static StackOptions ofEnvironment() {
        var root = ProjectRoot.find();
        return new StackOptions(
                root,
                StateDirectory.ofEnvironment(root),
                DistributionFolder.ofEnvironment(),
                Ports.ofEnvironment(),
                Set.of(),
                true);
    }

    /** A stack of one's own beside others, with the samples. */
    public static StackOptions separate(Path state, int portOffset) {
        return ofEnvironment().withState(state).withPorts(new Ports(portOffset));
    }

    public StackOptions withState(Path directory) {
        return new StackOptions(
                root, new StateDirectory(directory.toAbsolutePath()), distributions, ports, only, samples);
    }

    public StackOptions withPorts(Ports newPorts) {
        return new StackOptions(root, state, distributions, newPorts, only, samples);
    }

    public StackOptions withOnly(Set<String> parts) {
        return new StackOptions(root, state, distributions, ports, parts, samples);
    }

    public StackOptions withSamples(boolean load) {
        return new StackOptions(root, state, distributions, ports, only, load);
    }

    /** Where a stack that runs says that it listens. */
    public StackOptions withPortsOf(SupervisorRecord running) {
        return withPorts(new Ports(running.portOffset()));
    }

    public URI keycloakUrl() {
        return KeycloakPart.url(this);
    }
}
