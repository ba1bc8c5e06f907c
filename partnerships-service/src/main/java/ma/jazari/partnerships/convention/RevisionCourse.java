package ma.jazari.partnerships.convention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a convention does to its texts: those that it has after the change are kept as they stand, and those
 * that it had before and has no more are told why.
 */
record RevisionCourse(ConventionStatus status, Text text, Optional<Text> amendment) {

    static RevisionCourse of(Convention convention) {
        return new RevisionCourse(convention.status(), convention.text(), convention.amendment());
    }

    /** The texts as they are after the change; a draft is no text yet. */
    List<Revision> after(Convention convention, Happening how, LocalDate today) {
        var revisions = new ArrayList<Revision>();
        var id = convention.id();
        if (status != ConventionStatus.DRAFT && text.revision() != convention.revision()) {
            var state = how == Happening.AMENDED ? RevisionState.REPLACED : RevisionState.SUPERSEDED;
            revisions.add(revision(id, text, state, convention, state == RevisionState.REPLACED ? today : null));
        }
        amendment
                .filter(before -> before.revision() != convention.revision())
                .filter(before -> before.revision() != numberOf(convention.amendment()))
                .ifPresent(before -> revisions.add(revision(id, before, left(how), convention, null)));
        if (convention.status() != ConventionStatus.DRAFT && wasProposed(convention)) {
            revisions.add(revision(
                    id,
                    convention.text(),
                    stateOf(convention.status()),
                    convention,
                    convention.course().endedOn()));
        }
        convention
                .amendment()
                .ifPresent(proposed -> revisions.add(revision(id, proposed, RevisionState.PROPOSED, convention, null)));
        return revisions;
    }

    /** A draft that is given up was never before the parties. */
    private boolean wasProposed(Convention convention) {
        return status != ConventionStatus.DRAFT || convention.status() == ConventionStatus.PROPOSED;
    }

    private static int numberOf(Optional<Text> text) {
        return text.map(Text::revision).orElse(0);
    }

    private static RevisionState left(Happening how) {
        return switch (how) {
            case AMENDMENT_COUNTERED -> RevisionState.SUPERSEDED;
            case AMENDMENT_REJECTED -> RevisionState.REJECTED;
            default -> RevisionState.WITHDRAWN;
        };
    }

    private static RevisionState stateOf(ConventionStatus status) {
        return switch (status) {
            case DRAFT, PROPOSED -> RevisionState.PROPOSED;
            case APPROVED, SIGNED -> RevisionState.AGREED;
            case IN_FORCE, SUSPENDED, TERMINATION_NOTICED -> RevisionState.IN_FORCE;
            case TERMINATED, EXPIRED -> RevisionState.ENDED;
            case REJECTED -> RevisionState.REJECTED;
            case WITHDRAWN -> RevisionState.WITHDRAWN;
        };
    }

    private static Revision revision(
            String id, Text text, RevisionState state, Convention convention, @Nullable LocalDate until) {
        return new Revision(
                id,
                text.revision(),
                CanonicalForm.of(text.agreement()),
                text.digest(),
                text.southSouth(),
                convention.updatedAt(),
                state,
                text.assent(),
                until);
    }
}
