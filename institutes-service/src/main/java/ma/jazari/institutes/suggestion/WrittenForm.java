package ma.jazari.institutes.suggestion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.ChangeLog;
import ma.jazari.platform.changelog.PastState;

/** What is written of an institute, as a tree in one form, so that values of different times can be compared. */
@ApplicationScoped
class WrittenForm {

    // What the institute has where nothing was written.
    private static final String NOTHING_WRITTEN =
            """
            {"focusAreas": [], "links": [], "domains": [], "externalIds": [], "contacts": [], "sample": false}
            """;

    private final ChangeLog changes;

    WrittenForm(ChangeLog changes) {
        this.changes = changes;
    }

    ObjectNode of(Institute institute) {
        return of(institute.written());
    }

    ObjectNode of(InstituteRequest request) {
        return form(changes.tree(request));
    }

    ObjectNode of(PastState past) {
        var tree = past.state();
        return form(past.privateState() == null ? tree : tree.deepCopy().setAll(past.privateState()));
    }

    private static ObjectNode form(ObjectNode tree) {
        return Canonical.normal(Canonical.object(NOTHING_WRITTEN).setAll(tree));
    }
}
