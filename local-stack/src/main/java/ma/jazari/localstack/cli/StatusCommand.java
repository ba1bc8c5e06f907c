package ma.jazari.localstack.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import ma.jazari.localstack.process.ResidentMemory;
import ma.jazari.localstack.run.PartRecord;
import ma.jazari.localstack.run.PartState;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.stack.PartProbes;
import ma.jazari.localstack.stack.StackOptions;

/** Asks every part how it is. */
final class StatusCommand {

    private static final String ROW = "  %-22s %-10s %-8s %-14s %-9s %-9s %s";
    private static final int UNHEALTHY = 1;
    private static final int NOT_RUNNING = 3;
    private static final long MIB = 1024L * 1024L;

    private final Console console;
    private final StackOptions options;
    private final RunFiles files;

    StatusCommand(Console console, StackOptions options) {
        this.console = console;
        this.options = options;
        this.files = new RunFiles(options.state());
    }

    /** @return 0 when all is well, 1 when a part is not, 3 when nothing runs */
    int run() {
        var parts = files.parts();
        var supervisor = files.liveSupervisor();
        if (parts.isEmpty() && supervisor.isEmpty()) {
            console.line("Nothing is running. Start it with: ./jazari up");
            return NOT_RUNNING;
        }
        console.line(ROW.formatted("part", "health", "pid", "port", "up", "memory", "restarts"));
        var probes = new PartProbes(options);
        var health = parts.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> health(part, probes)))
                .toList();
        var healthy = true;
        for (int i = 0; i < parts.size(); i++) {
            var state = health.get(i).join();
            healthy &= state.equals("ready");
            show(parts.get(i), state);
        }
        console.line(
                "  together " + parts.stream().mapToLong(StatusCommand::memory).sum() / MIB + " MiB");
        if (supervisor.isEmpty()) {
            console.line(
                    "The supervisor is gone: nothing is started again. ./jazari up starts over, ./jazari down ends all.");
        }
        return healthy && supervisor.isPresent() ? 0 : UNHEALTHY;
    }

    private static String health(PartRecord part, PartProbes probes) {
        if (part.pid() == 0) {
            return part.state() == PartState.WAITING ? "waiting" : "stopped";
        }
        if (!part.identity().isAlive()) {
            return "dead";
        }
        if (probes.isReady(part.name())) {
            return "ready";
        }
        return part.state() == PartState.STARTING ? "starting" : "unhealthy";
    }

    private void show(PartRecord part, String health) {
        var ports = String.join(",", part.ports().stream().map(String::valueOf).toList());
        var pid = part.pid() == 0 ? "-" : Long.toString(part.pid());
        console.line(ROW.formatted(
                part.name(), health, pid, ports, uptime(part), memory(part) / MIB + " MiB", part.restarts()));
        if (part.note() != null && part.state() != PartState.READY) {
            console.line("    " + part.note());
        }
    }

    private static long memory(PartRecord part) {
        return part.identity().find().map(ResidentMemory::bytesOf).orElse(0L);
    }

    private static String uptime(PartRecord part) {
        if (!part.identity().isAlive()) {
            return "-";
        }
        var up = Duration.between(part.identity().startedAt(), Instant.now());
        return up.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %d min", up.toHours(), up.toMinutesPart())
                : String.format(Locale.ROOT, "%d:%02d", up.toMinutes(), up.toSecondsPart());
    }
}
