package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Actor;

/** Keeps one proposer from burying everybody else's suggestions under its own. */
@ApplicationScoped
class SuggestionLimits {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final SuggestionRepository suggestions;
    private final SuggestionConfig config;
    private final Clock clock;

    SuggestionLimits(SuggestionRepository suggestions, SuggestionConfig config, Clock clock) {
        this.suggestions = suggestions;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem 413 for a patch that is larger than one may be */
    void checkSize(ObjectNode patch) {
        var max = config.maxPatchSize().asLongValue();
        if (patch.toString().getBytes(StandardCharsets.UTF_8).length > max) {
            throw Problem.of(
                    ProblemType.TOO_LARGE,
                    "The patch is larger than " + max + " bytes. Propose the change in several smaller ones.");
        }
    }

    /**
     * Makes sure that one more is within the limits when the transaction commits, whatever else the proposer does.
     *
     * @throws Problem 429 that says what to do
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void claim(String instituteId, Actor actor) {
        var proposer = Objects.requireNonNull(actor.sub(), "the public does not propose");
        suggestions.lockProposer(proposer);
        if (suggestions.countPending(proposer, instituteId) >= config.pendingPerInstitute()) {
            throw tooMany(config.pendingPerInstitute() + " of your suggestions for " + instituteId
                    + " wait for a review. Wait for it, or withdraw one and put both changes into one suggestion.");
        }
        if (suggestions.countPending(proposer) >= config.pendingPerProposer()) {
            throw tooMany(config.pendingPerProposer()
                    + " of your suggestions wait for a review. Wait for it, or withdraw one.");
        }
        checkDay(proposer);
    }

    private void checkDay(String proposer) {
        suggestions.madeBefore(proposer, config.createdPerDay() - 1).ifPresent(made -> {
            var wait = Duration.between(clock.instant(), made.plus(WINDOW));
            if (wait.isPositive()) {
                throw tooMany("You made " + config.createdPerDay()
                                + " suggestions within 24 hours, which is as many as one may. Try again after "
                                + made.plus(WINDOW) + ".")
                        .retryAfter(wait);
            }
        });
    }

    private static Problem tooMany(String detail) {
        return Problem.of(ProblemType.RATE_LIMITED, detail);
    }
}
