package ma.jazari.benchmarks.partners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.benchmarks.report.Line;

/** How often the right organisation was chosen, a wrong one, and none. */
final class Marks {

    private static final double PERCENT = 100;

    private final Map<String, Mark> byKind = new LinkedHashMap<>();
    private final Mark all = new Mark();

    private static final class Mark {
        private int asked;
        private int right;
        private int wrong;
        private int answerable;
    }

    /** @param chosen the ROR id of the organisation that was chosen; empty if none was */
    void add(Labelled text, Optional<String> chosen) {
        for (var mark : List.of(all, byKind.computeIfAbsent(text.kind(), kind -> new Mark()))) {
            mark.asked++;
            mark.answerable += text.rorId().isPresent() ? 1 : 0;
            if (chosen.isPresent()) {
                boolean isRight = chosen.equals(text.rorId());
                mark.right += isRight ? 1 : 0;
                mark.wrong += isRight ? 0 : 1;
            }
        }
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        byKind.forEach((kind, mark) -> lines.addAll(lines(kind, mark)));
        lines.addAll(lines("all", all));
        return lines;
    }

    private static List<Line> lines(String kind, Mark mark) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(kind, "asked", "", mark.asked, null, null));
        if (mark.answerable > 0) {
            lines.add(percent(kind, "precision", mark.right, mark.right + mark.wrong));
            lines.add(percent(kind, "recall", mark.right, mark.answerable));
        }
        lines.add(percent(kind, "no choice", mark.asked - mark.right - mark.wrong, mark.asked));
        return lines;
    }

    private static Line percent(String kind, String metric, int part, int whole) {
        return new Line(kind, metric, "%", whole == 0 ? 0 : part * PERCENT / whole, null, null);
    }
}
