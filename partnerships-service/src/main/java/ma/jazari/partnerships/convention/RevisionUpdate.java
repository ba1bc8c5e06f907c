package ma.jazari.partnerships.convention;

import java.time.LocalDate;
import ma.jazari.partnerships.lifecycle.Assent;
import org.jspecify.annotations.Nullable;

/** What has become of a text that is kept already; the text itself never changes. */
record RevisionUpdate(
        String conventionId, int number, RevisionState state, Assent assent, @Nullable LocalDate inForceTo) {}
