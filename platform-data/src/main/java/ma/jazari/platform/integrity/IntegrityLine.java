package ma.jazari.platform.integrity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of what a check says while it runs: how far it is, what it found, or, last, the result. */
@Schema(
        description =
                """
                A line of the answer. While the check runs there are lines with `checked` and `of`, at least one every \
                two seconds; each finding is a line of its own, the first thousand of them; the last line is the result. \
                An answer that ends without a result is of a check that broke off.""")
public record IntegrityLine(
        @Schema(description = "Entries of the log that were checked", examples = "1200") @Nullable Long checked,
        @Schema(description = "Entries that there are", examples = "5000") @Nullable Long of,
        @Nullable Finding finding,
        @Nullable IntegrityResult result) {

    static IntegrityLine of(long checked, long all) {
        return new IntegrityLine(checked, all, null, null);
    }

    static IntegrityLine of(Finding finding) {
        return new IntegrityLine(null, null, finding, null);
    }

    static IntegrityLine of(IntegrityResult result) {
        return new IntegrityLine(null, null, null, result);
    }
}
