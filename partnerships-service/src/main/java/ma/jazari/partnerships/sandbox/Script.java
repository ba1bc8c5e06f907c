package ma.jazari.partnerships.sandbox;

import java.util.Optional;
import java.util.Set;

/** What a scripted partner does next: a function of its behaviour, of what waits for it, and of what it has done. */
final class Script {

    private Script() {}

    /** Something that a scripted partner can do. */
    enum Step {
        APPROVE,
        APPROVE_BY_A_WRONG_DIGEST,
        COUNTER,
        REJECT,
        SIGN,
        CONSENT_TO_TERMINATION,
        CONSENT_TO_RENEWAL
    }

    /**
     * What waits for it at one convention.
     *
     * @param done what it has done to this text, and {@link Step#COUNTER} if to any text of the convention
     */
    record Waiting(boolean approval, boolean signature, boolean termination, boolean renewal, Set<Step> done) {

        private boolean has(Step step) {
            return done.contains(step);
        }
    }

    /** The next step; empty where nothing waits, or it keeps silent. */
    static Optional<Step> next(Behaviour behaviour, Waiting waiting) {
        if (behaviour == Behaviour.SILENT) {
            return Optional.empty();
        }
        return step(behaviour, waiting).filter(step -> !waiting.has(step));
    }

    private static Optional<Step> step(Behaviour behaviour, Waiting waiting) {
        if (waiting.approval()) {
            return Optional.of(toProposal(behaviour, waiting));
        }
        if (waiting.signature()) {
            return Optional.of(Step.SIGN);
        }
        if (waiting.termination()) {
            return Optional.of(Step.CONSENT_TO_TERMINATION);
        }
        return waiting.renewal() ? Optional.of(Step.CONSENT_TO_RENEWAL) : Optional.empty();
    }

    private static Step toProposal(Behaviour behaviour, Waiting waiting) {
        return switch (behaviour) {
            case REJECTS -> Step.REJECT;
            case COUNTERS -> waiting.has(Step.COUNTER) ? Step.APPROVE : Step.COUNTER;
            case STALE -> waiting.has(Step.APPROVE_BY_A_WRONG_DIGEST) ? Step.APPROVE : Step.APPROVE_BY_A_WRONG_DIGEST;
            case ACCEPTS, REPEATS, SILENT -> Step.APPROVE;
        };
    }
}
