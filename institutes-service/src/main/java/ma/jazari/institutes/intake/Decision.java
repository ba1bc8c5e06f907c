package ma.jazari.institutes.intake;

import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRequest;
import ma.jazari.institutes.institute.InstituteStatus;

/** What is to become of a line. */
sealed interface Decision {

    /** A new institute. */
    record Create(String id, InstituteRequest request, InstituteStatus status) implements Decision {}

    /** A new version of the institute. */
    record Update(Institute institute, InstituteRequest request) implements Decision {}

    /** The registry says the same already. */
    record Unchanged() implements Decision {}

    /** Something is wrong with it. */
    record Reject(RejectedLine line) implements Decision {}
}
