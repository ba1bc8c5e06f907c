package ma.jazari.partnerships.rorimport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other. */
interface Pieces {

    /**
     * The next record; null at the end.
     *
     * @throws ma.jazari.platform.bulk.BodyRefused for a file that cannot be read any further
     */
    @Nullable Piece next() throws IOException;
}
