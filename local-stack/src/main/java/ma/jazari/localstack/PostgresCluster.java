package ma.jazari.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jazari.localstack.dist.DistributionFolder;
import ma.jazari.localstack.dist.PosixModes;
import ma.jazari.localstack.dist.PostgresDistribution;
import ma.jazari.localstack.dist.Trees;
import ma.jazari.localstack.process.Launch;
import ma.jazari.localstack.process.Tool;
import ma.jazari.localstack.process.Unprivileged;

/** The files of one PostgreSQL: unpacked programs and a data folder that is made whole or not at all. */
public record PostgresCluster(Path programs, Unprivileged runner) {

    /** Unpacks the programs and makes the data folder, where they are not there yet. */
    public static PostgresCluster prepare(PostgresSettings settings) {
        var cluster = new PostgresCluster(distribution(settings.distributions()), Unprivileged.forThisUser());
        try {
            if (!Files.isDirectory(settings.data())) {
                cluster.create(settings);
            }
            cluster.runner.own(settings.directory());
            return cluster;
        } catch (IOException failure) {
            throw new LocalStackException("Cannot make PostgreSQL's data: " + failure.getMessage(), failure);
        }
    }

    private static Path distribution(DistributionFolder distributions) {
        return PostgresDistribution.in(distributions);
    }

    private void create(PostgresSettings settings) throws IOException {
        Files.createDirectories(settings.directory());
        var unfinished = settings.directory().resolve("data.unfinished");
        Trees.delete(unfinished);
        Files.createDirectory(unfinished);
        PosixModes.set(unfinished, 0700);
        var password = Files.writeString(settings.directory().resolve("initdb-password"), settings.password());
        try {
            runner.own(settings.directory());
            Tool.run(initdb(settings, unfinished, password));
            Files.move(unfinished, settings.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.delete(password);
            Trees.delete(unfinished);
        }
    }

    private Launch initdb(PostgresSettings settings, Path data, Path password) {
        var command = new ArrayList<>(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + data,
                "--username=" + PostgresAdmin.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of strings on every machine, whatever its C library.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        return new Launch("initdb", runner.command(command), Map.of(), settings.directory(), settings.log());
    }

    public Launch launch(PostgresSettings settings) {
        return new Launch("postgres", serverCommand(settings), Map.of(), settings.directory(), settings.log());
    }

    private List<String> serverCommand(PostgresSettings settings) {
        var command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                settings.data().toString()));
        option(command, "port", Integer.toString(settings.port()));
        option(command, "listen_addresses", "127.0.0.1");
        // Socket files would have to be in a folder whose name is short enough everywhere; nobody needs them.
        option(command, "unix_socket_directories", "");
        option(command, "max_connections", "150");
        option(command, "shared_buffers", "64MB");
        option(command, "max_wal_size", "256MB");
        option(command, "timezone", "UTC");
        option(command, "log_timezone", "UTC");
        // Short queries over few rows: compiling them costs more than running them.
        option(command, "jit", "off");
        if (!settings.durable()) {
            // Not synchronous_commit: without it a killed server loses what it had committed.
            List.of("fsync", "full_page_writes").forEach(name -> option(command, name, "off"));
        }
        return runner.command(command);
    }

    private static void option(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }
}
