package ma.jazari.institutes.bulk;

import java.io.IOException;
import java.util.Locale;
import ma.jazari.platform.bulk.BodyRefused;
import org.jspecify.annotations.Nullable;

/** The lines of a file, up to a number. */
final class CountedLines implements Lines {

    private final Lines lines;
    private final long most;
    private long count;

    CountedLines(Lines lines, long most) {
        this.lines = lines;
        this.most = most;
    }

    @Override
    public @Nullable Line next() throws IOException {
        var line = lines.next();
        if (line != null && ++count > most) {
            throw new BodyRefused(String.format(
                    Locale.ROOT, "The file has more than %,d lines. Split it and import the parts.", most));
        }
        return line;
    }
}
