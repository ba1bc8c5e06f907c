package ma.jazari.partnerships.convention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.CanonicalForm;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Happening;
import ma.jazari.partnerships.lifecycle.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a convention does to its texts.
 *
 * @param left what became of texts that it has no more; to be written first, since each leaves its place to another
 * @param changed what became of those that it keeps
 * @param added those that are new
 */
record RevisionCourse(List<RevisionUpdate> left, List<RevisionUpdate> changed, List<Revision> added) {

    /** A text that stands, and how. */
    private record Standing(Text text, RevisionState state, @Nullable LocalDate inForceTo) {

        RevisionUpdate update(String conventionId) {
            return new RevisionUpdate(conventionId, text.revision(), state, text.assent(), inForceTo);
        }

        Revision added(Convention convention) {
            return new Revision(
                    convention.id(),
                    text.revision(),
                    CanonicalForm.of(text.agreement()),
                    text.digest(),
                    text.southSouth(),
                    convention.updatedAt(),
                    state,
                    text.assent(),
                    inForceTo);
        }
    }

    /** The texts of a convention at a moment, by number. A draft is no text yet, and one that was given up never was. */
    record Texts(Map<Integer, Standing> standing) {

        static Texts of(Convention convention) {
            var standing = new LinkedHashMap<Integer, Standing>();
            if (convention.status() != ConventionStatus.DRAFT) {
                var ended = convention.course().endedOn();
                standing.put(
                        convention.revision(), new Standing(convention.text(), stateOf(convention.status()), ended));
            }
            convention
                    .amendment()
                    .ifPresent(text -> standing.put(text.revision(), new Standing(text, RevisionState.PROPOSED, null)));
            return new Texts(standing);
        }

        /** What has become of them by a change. */
        RevisionCourse to(Convention convention, Happening how, LocalDate today) {
            var course = new RevisionCourse(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var now = Texts.of(convention).standing;
            standing.forEach((number, before) -> {
                if (!now.containsKey(number)) {
                    course.left.add(gone(before, how, today).update(convention.id()));
                }
            });
            now.forEach((number, after) -> {
                var before = standing.get(number);
                if (before == null && how != Happening.WITHDRAWN) {
                    course.added.add(after.added(convention));
                } else if (before != null && !before.equals(after)) {
                    course.changed.add(after.update(convention.id()));
                }
            });
            return course;
        }
    }

    private static Standing gone(Standing before, Happening how, LocalDate today) {
        return switch (how) {
            case AMENDED -> new Standing(before.text, RevisionState.REPLACED, today);
            case COUNTERED, AMENDMENT_COUNTERED -> new Standing(before.text, RevisionState.SUPERSEDED, null);
            case AMENDMENT_REJECTED -> new Standing(before.text, RevisionState.REJECTED, null);
            default -> new Standing(before.text, RevisionState.WITHDRAWN, null);
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
}
