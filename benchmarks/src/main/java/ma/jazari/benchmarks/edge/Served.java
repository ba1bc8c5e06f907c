package ma.jazari.benchmarks.edge;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.localstack.process.JavaRuntime;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.OwnedProcess;
import ma.jazari.localstack.process.Probe;
import ma.jazari.localstack.process.Readiness;
import ma.jazari.localstack.process.ResidentMemory;
import ma.jazari.localstack.process.Signal;
import ma.jazari.localstack.process.Tool;

/** A server of the benchmark's own, beside the stack: it is there until this is closed, or the benchmark ends. */
final class Served implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double BYTES_A_MIB = 1024.0 * 1024.0;

    private final OwnedProcess process;
    private final int port;

    private Served(OwnedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when the probe says that it serves. */
    static Served start(Launch launch, int port, Probe probe) throws InterruptedException {
        var served = new Served(OwnedProcess.start(launch), port);
        Runtime.getRuntime().addShutdownHook(new Thread(served::stop, "stop " + launch.name()));
        Readiness.await(served.process, probe, START);
        return served;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What it and its children hold in memory; 0 where the operating system does not tell. */
    double mebibytes() {
        return process.identity().find().map(ResidentMemory::bytesOf).orElse(0L) / BYTES_A_MIB;
    }

    /** The same after a full collection of garbage, of a JVM. */
    double collectedMebibytes() {
        var jcmd = JavaRuntime.home().resolve("bin/jcmd").toString();
        if (!Tool.succeeds(List.of(jcmd, Long.toString(process.identity().pid()), "GC.run"))) {
            throw new BenchmarkException("No garbage is collected by: " + jcmd + " PID GC.run");
        }
        return mebibytes();
    }

    private void stop() {
        process.stop(Signal.TERM, PATIENCE);
    }

    /** Stops it. Its log goes, too: it has a line for each of some hundred thousand requests. */
    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(process.log());
        } catch (IOException failure) {
            throw new BenchmarkException("Cannot delete " + process.log() + ": " + failure.getMessage(), failure);
        }
    }
}
