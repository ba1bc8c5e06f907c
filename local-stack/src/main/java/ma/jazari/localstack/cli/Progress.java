package ma.jazari.localstack.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.jazari.localstack.run.Step;

/** Shows steps as they come: on a terminal one line that changes for what is going on, elsewhere plain lines. */
final class Progress {

    private static final long REMINDER_MILLIS = 15_000;
    private static final int WIDTH = 100;

    private final Console console;
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    /** Something that is going on. */
    private record Task(long begunAt, String text, long shownAt) {}

    Progress(Console console) {
        this.console = console;
    }

    void show(Step step) {
        var subject = Objects.requireNonNullElse(step.subject(), "");
        switch (step.kind()) {
            case BEGUN -> begun(subject, step);
            case DONE -> done(subject, step);
            case NOTE -> console.line(subject.isEmpty() ? step.text() : "  " + subject + " " + step.text());
            case FAILED -> {
                tasks.clear();
                console.error("\n" + step.text());
            }
            case READY, STOPPED -> tasks.clear();
        }
    }

    private void begun(String subject, Step step) {
        var known = tasks.get(subject);
        var begunAt = known == null ? step.at() : known.begunAt();
        tasks.put(subject, new Task(begunAt, step.text(), step.at()));
        if (!console.isTerminal() && known == null) {
            console.line("  " + column(subject) + step.text() + " ...");
        }
    }

    private void done(String subject, Step step) {
        var task = tasks.remove(subject);
        var took = task == null ? "" : " after " + seconds(step.at() - task.begunAt());
        console.line("  " + column(subject) + step.text() + took);
    }

    /** Called often: lets time go by on the screen. */
    void tick(long now) {
        if (tasks.isEmpty()) {
            return;
        }
        if (console.isTerminal()) {
            console.passing(cut("  "
                    + tasks.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + ": " + entry.getValue().text() + " "
                                            + (now - entry.getValue().begunAt()) / 1000 + " s")
                            .collect(Collectors.joining("   "))));
        } else {
            tasks.replaceAll((subject, task) -> reminded(subject, task, now));
        }
    }

    private Task reminded(String subject, Task task, long now) {
        if (now - task.shownAt() < REMINDER_MILLIS) {
            return task;
        }
        console.line("  " + column(subject) + task.text() + " ... " + (now - task.begunAt()) / 1000 + " s");
        return new Task(task.begunAt(), task.text(), now);
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    private static String column(String subject) {
        return String.format(Locale.ROOT, "%-22s", subject);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
