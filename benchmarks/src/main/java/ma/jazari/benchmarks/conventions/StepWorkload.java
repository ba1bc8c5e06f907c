package ma.jazari.benchmarks.conventions;

import java.net.URI;
import java.time.Duration;
import ma.jazari.benchmarks.load.Calls;
import ma.jazari.benchmarks.load.ClosedLoop;
import ma.jazari.benchmarks.load.Forecast;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.load.Round;
import ma.jazari.benchmarks.load.Workload;
import ma.jazari.benchmarks.stack.Pipeline;
import ma.jazari.benchmarks.stack.Registry;

/** Takes conventions through one step, each once. They are made before it begins, and have been published by then. */
final class StepWorkload implements Workload {

    private static final double FIRST_GUESS = 300;

    private final String name;
    private final Step step;
    private final URI conventions;
    private final Stock stock;
    private final Pipeline pipeline;
    private final HttpLoad http;
    private final Registry registry;
    private final Forecast forecast = new Forecast(FIRST_GUESS);

    StepWorkload(
            String name, Step step, URI conventions, Stock stock, Pipeline pipeline, HttpLoad http, Registry registry) {
        this.name = name;
        this.step = step;
        this.conventions = conventions;
        this.stock = stock;
        this.pipeline = pipeline;
        this.http = http;
        this.registry = registry;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(Duration settle, Duration measured) throws InterruptedException {
        int most = forecast.most(settle.plus(measured));
        stock.fill(step, most);
        pipeline.awaitIdle();
        var token = registry.token();
        var calls = stock.calls(step, conventions, most).stream()
                .map(call -> call.as(token))
                .toList();
        return forecast.seen(new ClosedLoop(name, http, () -> Calls.once(calls)).run(settle, measured));
    }
}
