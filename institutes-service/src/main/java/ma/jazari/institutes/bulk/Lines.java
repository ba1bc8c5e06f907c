package ma.jazari.institutes.bulk;

import java.io.IOException;
import ma.jazari.platform.bulk.BodyRefused;
import org.jspecify.annotations.Nullable;

/** The lines of a file that are not blank, one after the other. */
public interface Lines {

    /**
     * The next line; null at the end.
     *
     * @throws BodyRefused for a file that is too large or has too many lines
     */
    @Nullable Line next() throws IOException;
}
