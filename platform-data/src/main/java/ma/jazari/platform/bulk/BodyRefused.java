package ma.jazari.platform.bulk;

import java.io.IOException;

/** The body of an import cannot be read any further; the message says why to its sender. */
public final class BodyRefused extends IOException {

    public BodyRefused(String detail) {
        super(detail);
    }
}
