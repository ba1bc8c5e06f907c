package ma.jazari.partnerships.rorimport;

import java.io.IOException;
import java.util.Locale;
import ma.jazari.platform.bulk.BodyRefused;
import org.jspecify.annotations.Nullable;

/** The records of a file, up to a number. */
final class CountedPieces implements Pieces {

    private final Pieces pieces;
    private final long most;
    private long count;

    CountedPieces(Pieces pieces, long most) {
        this.pieces = pieces;
        this.most = most;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        var piece = pieces.next();
        if (piece != null && ++count > most) {
            throw new BodyRefused(String.format(
                    Locale.ROOT, "The file has more than %,d records. Split it and import the parts.", most));
        }
        return piece;
    }
}
