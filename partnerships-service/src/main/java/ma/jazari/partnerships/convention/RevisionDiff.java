package ma.jazari.partnerships.convention;

import java.util.List;
import ma.jazari.platform.changelog.FieldChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two texts of a convention. */
@Schema(
        description =
                """
                What differs between two texts of a convention, ordered by pointer. An entry of a list is named by what it is \
                the entry of, not by its place: /titles/fr/value, /parties/PARTNER:p5m2c0066/roles, /terms/2:fr/text, \
                /contributions/PARTNER:p5m2c0066:MAD:purpose/amount, /obligations/lab/due.""")
public record RevisionDiff(
        @Schema(examples = "1") int from, @Schema(examples = "2") int to, List<FieldChange> changes) {}
