package ma.jazari.partnerships.partnermatch;

import java.util.List;
import ma.jazari.partnerships.partner.PartnerResponse;
import ma.jazari.platform.match.MatchType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner that a text may mean. */
@Schema(name = "PartnerMatch")
public record PartnerMatch(
        @Schema(description = "From 0 to 1", examples = "0.97") double score,
        @Schema(description = "Whether it is the one; at most one is, and none where the text is ambiguous")
                boolean chosen,
        MatchType matchType,
        @Schema(examples = "[\"the text holds its name \\\"universite de fes\\\"\"]") List<String> reasons,
        PartnerResponse partner) {}
