package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.jazari.events.figure.FigureSource;
import ma.jazari.events.institutecopy.KnownInstitutes;
import ma.jazari.events.institutecopy.KnownInstitutes.Known;
import ma.jazari.events.institutecopy.Successions;
import ma.jazari.events.programme.Programme;
import ma.jazari.events.programme.ProgrammeService;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** What a report must fit: its programme, the institute, what was reported before. */
@ApplicationScoped
class MeasurementRules {

    /** How far a period may reach beyond its programme: that of a year in which it begins or ends. */
    private static final int MOST_MONTHS_BEYOND = 12;

    private final MeasurementRepository measurements;
    private final ProgrammeService programmes;
    private final KnownInstitutes institutes;
    private final Successions successions;

    MeasurementRules(
            MeasurementRepository measurements,
            ProgrammeService programmes,
            KnownInstitutes institutes,
            Successions successions) {
        this.measurements = measurements;
        this.programmes = programmes;
        this.institutes = institutes;
        this.successions = successions;
    }

    /** @throws Problem 400 for an indicator or period that is not the programme's */
    void checkFits(Programme programme, MeasurementRequest request, Instant now) {
        var violations = new Violations();
        var indicator = programme.indicator(request.indicator());
        if (indicator.isEmpty()) {
            violations.add("/indicator", "is no indicator of the programme");
        } else if (indicator.get().source() == FigureSource.REGISTRY) {
            violations.add("/indicator", "is derived from the registry's own records; nobody reports it");
        }
        checkPeriod(programme, request.period(), LocalDate.ofInstant(now, ZoneOffset.UTC), violations);
        violations.throwIfAny();
    }

    private static void checkPeriod(Programme programme, Period period, LocalDate today, Violations violations) {
        var to = programme.to();
        if (period.to().isBefore(programme.from())
                || (to != null && period.from().isAfter(to))) {
            violations.add(
                    "/period",
                    "lies outside the programme, which begins on " + programme.from()
                            + (to == null ? "" : " and ends on " + to));
        } else if (period.to().isAfter(today)) {
            violations.add("/period/to", "must not be after today, " + today + ": report a period when it is over");
        } else if (period.from().isBefore(programme.from().minusMonths(MOST_MONTHS_BEYOND))) {
            violations.add("/period/from", "is more than a year before the programme begins, on " + programme.from());
        } else if (to != null && period.to().isAfter(to.plusMonths(MOST_MONTHS_BEYOND))) {
            violations.add("/period/to", "is more than a year after the programme ends, on " + to);
        }
    }

    /**
     * The institute, which must be active unless a figure of it is corrected, or the network administrator reports what is
     * missing of one that is no longer.
     *
     * @throws Problem 409 if it is not
     */
    Known institute(MeasurementRequest request, Actor actor) {
        var known = institutes.find(request.instituteId()).filter(institute -> institute.isSeenBy(actor));
        return known.filter(institute -> institute.isActive()
                        || request.corrects() != null
                        || (institute.isPublic() && actor.isNetworkAdmin()))
                .orElseThrow(() -> Problem.conflict("The institute " + request.instituteId()
                        + known.map(institute -> " is " + institute.status() + ", not ACTIVE")
                                .orElse(" is no institute that you may see")
                        + "; figures are reported for active institutes. What is missing of one that was closed or merged"
                        + " the network administrator reports."));
    }

    /** The institute that this one has become part of; itself if it was not merged. */
    String whatIsNow(String institute) {
        return successions.current(List.of(institute)).getOrDefault(institute, institute);
    }

    /**
     * The measurement that the new one puts right, of the same programme or of one above or below it; null if it is to put
     * right none.
     *
     * @throws Problem 400 where there is no such one, 409 where it was put right already or is final
     */
    @Nullable Measurement corrected(Programme programme, MeasurementRequest request, Actor actor) {
        if (request.corrects() == null) {
            return null;
        }
        var corrected = measurements
                .findByIdOptional(UUID.fromString(request.corrects()), LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> isOfTheSame(found, programme, request))
                .orElseThrow(
                        () -> Problem.invalid(
                                "/corrects",
                                "is no measurement of the same indicator and institute in this programme or one above or below it"));
        MeasurementPolicy.checkMayReport(corrected.instituteId(), actor);
        programmes.checkTakesFigures(programmes.getForReport(corrected.programmeId(), actor));
        if (corrected.status() == MeasurementStatus.SUPERSEDED) {
            throw Problem.conflict("The measurement " + corrected.id() + " was corrected already, by "
                            + corrected.correctedBy() + "; correct that one.")
                    .with("correctedBy", String.valueOf(corrected.correctedBy()));
        }
        return corrected;
    }

    private boolean isOfTheSame(Measurement found, Programme programme, MeasurementRequest request) {
        return found.indicator().equals(request.indicator())
                && whatIsNow(found.instituteId()).equals(whatIsNow(request.instituteId()))
                && programmes.areInLine(UUID.fromString(found.programmeId()), UUID.fromString(programme.id()));
    }

    /** @throws Problem 409 where a part of its period is reported already, by another than the one that it corrects */
    void checkCountsOnce(Programme programme, MeasurementRequest request) {
        var indicator = programme.indicator(request.indicator()).orElseThrow();
        var others = measurements.overlapping(UUID.fromString(programme.id()), indicator, request).stream()
                .filter(other -> !other.id().equals(request.corrects()))
                .map(Overlapping::of)
                .toList();
        if (!others.isEmpty()) {
            throw Problem.conflict(
                            "The institute has reported " + request.indicator() + " for some of these days already, in "
                                    + (others.stream().allMatch(other -> other.programmeId()
                                                    .equals(programme.id()))
                                            ? "this programme"
                                            : "a programme above or below this one, whose figures go together")
                                    + ": see overlapping. Name the measurement that you put right in corrects, or report the days that"
                                    + " are left.")
                    .with("overlapping", List.copyOf(others));
        }
    }

    /** What is in the way of a report. */
    record Overlapping(String id, String programmeId, String instituteId, Period period, MeasurementStatus state) {

        static Overlapping of(Measurement measurement) {
            return new Overlapping(
                    measurement.id(),
                    measurement.programmeId(),
                    measurement.instituteId(),
                    measurement.period(),
                    measurement.status());
        }
    }
}
