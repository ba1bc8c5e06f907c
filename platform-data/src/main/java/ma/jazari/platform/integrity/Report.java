package ma.jazari.platform.integrity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells whoever waits for a check what it does, a line at a time. */
final class Report {

    // The gateway gives up on an answer that is silent for half a minute.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);
    private static final int MAX_LISTED = 1_000;

    private final OutputStream to;
    private final ObjectMapper mapper;
    private final long entries;
    private final long begun = System.nanoTime();
    private long told;
    private long checked;
    private long findings;

    /** @param entries how many there are to check */
    Report(OutputStream to, ObjectMapper mapper, long entries) {
        this.to = to;
        this.mapper = mapper;
        this.entries = entries;
        progress();
    }

    /** One more entry was checked. */
    void checked() {
        checked++;
        stillThere();
    }

    /** Called often: says how far the check is when that was not said for a while. */
    void stillThere() {
        if (System.nanoTime() - told > LONGEST_SILENCE.toNanos()) {
            progress();
        }
    }

    void finding(Finding finding) {
        findings++;
        if (findings <= MAX_LISTED) {
            line(IntegrityLine.of(finding));
        }
    }

    void result(long records, Map<String, String> headsDigests, List<String> notCompared) {
        progress();
        double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        line(IntegrityLine.of(new IntegrityResult(records, checked, findings, headsDigests, notCompared, seconds)));
    }

    private void progress() {
        told = System.nanoTime();
        line(IntegrityLine.of(checked, entries));
    }

    private void line(IntegrityLine line) {
        try {
            to.write(mapper.writeValueAsBytes(line));
            to.write('\n');
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
