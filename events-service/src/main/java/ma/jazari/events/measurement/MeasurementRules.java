package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.institutecopy.KnownInstitutes;
import ma.jazari.events.institutecopy.KnownInstitutes.Known;
import ma.jazari.events.programme.Programme;
import ma.jazari.events.programme.ProgrammeStatus;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What a report must fit: its programme, the institute, what was reported before. */
@ApplicationScoped
class MeasurementRules {

    private final MeasurementRepository measurements;
    private final KnownInstitutes institutes;

    MeasurementRules(MeasurementRepository measurements, KnownInstitutes institutes) {
        this.measurements = measurements;
        this.institutes = institutes;
    }

    /** @throws Problem 400 for an indicator or period that is not the programme's, 409 where it takes no figures */
    static void checkFits(Programme programme, MeasurementRequest request) {
        var violations = new Violations();
        var indicator = programme.indicator(request.indicator());
        if (indicator.isEmpty()) {
            violations.add("/indicator", "is no indicator of the programme");
        } else if (indicator.get().source() == FigureSource.REGISTRY) {
            violations.add("/indicator", "is derived from the registry's own records; nobody reports it");
        }
        var to = programme.to();
        if (request.period().to().isBefore(programme.from())
                || (to != null && request.period().from().isAfter(to))) {
            violations.add(
                    "/period",
                    "lies outside the programme, which begins on " + programme.from()
                            + (to == null ? "" : " and ends on " + to));
        }
        violations.throwIfAny();
        checkTakesFigures(programme);
    }

    static void checkTakesFigures(Programme programme) {
        if (programme.status() != ProgrammeStatus.ACTIVE) {
            throw Problem.conflict(
                    programme.status() == ProgrammeStatus.CLOSED
                            ? "The programme is closed and its figures are final."
                            : "The programme is only planned; activate it first.");
        }
    }

    /**
     * The institute, which must be active unless a figure of it is corrected.
     *
     * @throws Problem 409 if it is not
     */
    Known institute(MeasurementRequest request, Actor actor) {
        var known = institutes.find(request.instituteId()).filter(institute -> institute.isSeenBy(actor));
        return known.filter(institute -> institute.isActive() || request.corrects() != null)
                .orElseThrow(() -> Problem.conflict("The institute " + request.instituteId()
                        + known.map(institute -> " is " + institute.status() + ", not ACTIVE")
                                .orElse(" is no institute that you may see")
                        + "; figures are reported for active institutes."));
    }

    /**
     * The measurement that the new one puts right; null if it is to put right none.
     *
     * @throws Problem 400 where there is no such one, 409 where it was put right already
     */
    @Nullable Measurement corrected(UUID programme, MeasurementRequest request) {
        if (request.corrects() == null) {
            return null;
        }
        var corrected = measurements
                .findForChange(programme, UUID.fromString(request.corrects()))
                .filter(found -> found.indicator().equals(request.indicator())
                        && found.instituteId().equals(request.instituteId()))
                .orElseThrow(() -> Problem.invalid(
                        "/corrects", "is no measurement of the same programme, indicator and institute"));
        if (corrected.status() == MeasurementStatus.SUPERSEDED) {
            throw Problem.conflict("The measurement " + corrected.id() + " was corrected already, by "
                            + corrected.correctedBy() + "; correct that one.")
                    .with("correctedBy", String.valueOf(corrected.correctedBy()));
        }
        return corrected;
    }

    /** @throws Problem 409 where a part of its period is reported already, by another than the one that it corrects */
    void checkCountsOnce(UUID programme, MeasurementRequest request) {
        var others = measurements.overlapping(programme, request).stream()
                .filter(other -> !other.id().equals(request.corrects()))
                .map(Overlapping::of)
                .toList();
        if (!others.isEmpty()) {
            throw Problem.conflict("The institute has reported the indicator for some of these days already; name what"
                            + " you put right in corrects. See overlapping.")
                    .with("overlapping", List.copyOf(others));
        }
    }

    /** What is in the way of a report. */
    record Overlapping(String id, String programmeId, Period period, MeasurementStatus state) {

        static Overlapping of(Measurement measurement) {
            return new Overlapping(
                    measurement.id(), measurement.programmeId(), measurement.period(), measurement.status());
        }
    }
}
