package ma.jazari.events.programevent;

import ma.jazari.platform.problem.Violations;

/** What a program event has by the time the public sees it; a draft may still lack it. */
final class PublicationRules {

    private PublicationRules() {}

    /** What it lacks. */
    static Violations violations(ProgramEvent event) {
        var violations = new Violations();
        boolean isCall = event.type() == ProgramEventType.CALL;
        if (event.onlineUrl() == null && event.attendance() != Attendance.ON_SITE && !isCall) {
            violations.add("/onlineUrl", "is required of a published event whose attendance is " + event.attendance());
        }
        if (event.type() == ProgramEventType.SIGNATURE_CEREMONY
                && event.conventionIds().isEmpty()) {
            violations.add("/conventionIds", "is required of a published ceremony: the conventions to be signed");
        }
        if (isCall && event.call() == null) {
            violations.add("/call", "is required of a published call: what it seeks, and where one answers it");
        }
        return violations;
    }
}
