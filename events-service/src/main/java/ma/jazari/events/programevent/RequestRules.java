package ma.jazari.events.programevent;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Violations;

/** The rules of a program event's record that span several of its properties, whatever its status. */
final class RequestRules {

    private final ProgramEventRequest request;
    private final Violations violations;

    RequestRules(ProgramEventRequest request, Violations violations) {
        this.request = request;
        this.violations = violations;
    }

    void check() {
        var titles = request.titles().stream().map(title -> title.lang()).toList();
        if (!titles.contains("fr") && !titles.contains("ar")) {
            violations.add("/titles", "must hold at least one title in fr or ar");
        }
        once("/titles", titles, "is a second title in ");
        once("/descriptions", descriptionLanguages(), "is a second description in ");
        once("/languages", Objects.requireNonNullElse(request.languages(), List.of()), "names again ");
        once("/conventionIds", Objects.requireNonNullElse(request.conventionIds(), List.of()), "names again ");
        once("/hostInstituteIds", request.hostInstituteIds(), "names again ");
        hosts();
        place();
        call();
        var registration = request.registration();
        if (registration != null) {
            registration.check(violations);
        }
    }

    private List<String> descriptionLanguages() {
        var descriptions = Objects.requireNonNullElse(request.descriptions(), List.<Description>of());
        return descriptions.stream().map(Description::lang).toList();
    }

    private void once(String pointer, List<String> values, String objection) {
        var seen = new HashSet<String>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                violations.add(pointer + "/" + i, objection + values.get(i));
            }
        }
    }

    private void hosts() {
        for (int i = 0; i < request.hostInstituteIds().size(); i++) {
            if (!PublicId.isWellFormed('j', request.hostInstituteIds().get(i))) {
                violations.add("/hostInstituteIds/" + i, "is not an id of an institute: look for a typing error");
            }
        }
    }

    private void call() {
        if (request.type() != ProgramEventType.CALL) {
            if (request.call() != null) {
                violations.add("/call", "must be absent where type is " + request.type() + "; a CALL has one");
            }
        } else if (request.registration() != null) {
            violations.add("/registration", "must be absent of a CALL: one answers it at its submissionUrl");
        }
    }

    private void place() {
        var venue = request.venue();
        if (venue == null && request.attendance() != Attendance.ONLINE) {
            violations.add("/venue", "is required where attendance is " + request.attendance());
        }
        if (venue != null && request.attendance() == Attendance.ONLINE) {
            violations.add("/venue", "must be absent where attendance is ONLINE; MIXED has a venue, too");
        }
        if (request.onlineUrl() != null && request.attendance() == Attendance.ON_SITE) {
            violations.add("/onlineUrl", "must be absent where attendance is ON_SITE; MIXED has one, too");
        }
        if (venue != null && (venue.lat() == null) != (venue.lon() == null)) {
            violations.add("/venue", "has lat and lon, or neither");
        }
    }
}
