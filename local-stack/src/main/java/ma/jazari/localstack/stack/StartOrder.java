package ma.jazari.localstack.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import ma.jazari.localstack.LocalStackException;

/** Starts each part as soon as those that it needs are ready, several at a time. */
final class StartOrder {

    private static final int PATIENCE_MINUTES = 2;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("start-", 0).daemon().factory());

    /** Returns when all are ready; fails as soon as one does. */
    void start(StackPlan plan, List<Part> parts) {
        var started = new HashMap<String, CompletableFuture<Void>>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            started.put(part.name(), after(plan.parts().get(i), started).thenRunAsync(part::start, threads));
        }
        var failure = new CompletableFuture<Void>();
        started.values()
                .forEach(future -> future.exceptionally(cause -> {
                    failure.completeExceptionally(cause);
                    return null;
                }));
        var all = CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new));
        join(CompletableFuture.anyOf(all, failure));
    }

    private static CompletableFuture<Void> after(PartDefinition part, Map<String, CompletableFuture<Void>> started) {
        var needed = part.dependencies().stream()
                .filter(started::containsKey)
                .map(started::get)
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(needed);
    }

    private static void join(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof LocalStackException expected
                    ? expected
                    : new LocalStackException("The stack could not be started: " + failure.getCause(), failure);
        }
    }

    /** Interrupts what is being started, and waits until it has let go. */
    void abandon() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
