package ma.jazari.localstack.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jazari.localstack.process.Signal;
import ma.jazari.localstack.process.Termination;
import ma.jazari.localstack.run.PartRecord;
import ma.jazari.localstack.run.RunFiles;

/** Processes of a stack whose supervisor is gone, found by pid and start, and ended. */
public record Leftovers(RunFiles files) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> STOP_ORDER = List.of(
            StackPlan.GATEWAY,
            "events-service",
            "partnerships-service",
            "institutes-service",
            KeycloakPart.NAME,
            KafkaPart.NAME,
            PostgresPart.NAME);

    /** Tells which parts were still running. */
    public List<String> stop() {
        var stopped = new ArrayList<String>();
        for (var name : STOP_ORDER) {
            files.part(name).ifPresent(part -> {
                if (stop(part)) {
                    stopped.add(part.name() + " (pid " + part.pid() + ")");
                }
            });
        }
        files.parts().forEach(files::forget);
        return stopped;
    }

    private static boolean stop(PartRecord part) {
        var process = part.pid() == 0
                ? Optional.<ProcessHandle>empty()
                : part.identity().find();
        process.ifPresent(found -> {
            var signal = part.name().equals(PostgresPart.NAME) ? Signal.INT : Signal.TERM;
            Termination.stop(found, signal, PATIENCE);
        });
        return process.isPresent();
    }
}
