package ma.jazari.benchmarks.conventions;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.Registry;

/** The conventions that wait for a step. What one step made is used up by the next; what is missing is made before. */
final class Stock implements AutoCloseable {

    private static final int BATCH = 500;
    private static final String WAITING =
            """
            select id, digest from convention
            where status = ? and jsonb_array_length(assent -> 'approvals') = ?
              and party_keys @> array['INSTITUTE:' || ?, 'PARTNER:' || ?]::varchar[]
              and agreement #>> '{titles,0,value}' = ?
            order by id limit ?
            """;

    private final Registry registry;
    private final HttpLoad http;
    private final ConventionCalls calls;
    private final Connection database;

    Stock(Registry registry, HttpLoad http, ConventionCalls calls) {
        this.registry = registry;
        this.http = http;
        this.calls = calls;
        try {
            this.database = registry.connect("partnerships");
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    /** Sees to it that so many conventions wait for the step. */
    void fill(Step step, int count) throws InterruptedException {
        var before = step.before();
        if (before.isEmpty()) {
            return;
        }
        int missing = count - waiting(step, count).size();
        if (missing > 0) {
            fill(before.get(), missing);
            send(calls(before.get(), registry.conventionsDirect(), missing));
        }
    }

    private void send(List<Call> all) throws InterruptedException {
        for (int from = 0; from < all.size(); from += BATCH) {
            var token = registry.token(); // one lasts five minutes
            http.sendAll(all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                    .map(call -> call.as(token))
                    .toList());
        }
    }

    /** Requests that take as many conventions that wait through the step, each once. */
    List<Call> calls(Step step, URI conventions, int count) {
        return step == Step.CREATE
                ? Collections.nCopies(count, calls.create(conventions))
                : waiting(step, count).stream()
                        .map(waiting -> calls.call(step, conventions, waiting))
                        .toList();
    }

    private List<Waiting> waiting(Step step, int count) {
        try (var select = database.prepareStatement(WAITING)) {
            select.setString(1, step.status());
            select.setInt(2, step.approvals());
            select.setString(3, calls.institute());
            select.setString(4, calls.university());
            select.setString(5, ConventionCalls.TITLE);
            select.setInt(6, count);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Waiting>();
                while (row.next()) {
                    found.add(new Waiting(row.getString(1), row.getString(2)));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private static BenchmarkException refused(SQLException failure) {
        return new BenchmarkException("The conventions that wait: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }
}
