package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import ma.jazari.events.programme.ProgrammeService;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Takes reports of figures and says what they are worth. Every change is one transaction and one entry in the log. */
@ApplicationScoped
public class MeasurementService {

    private final ProgrammeService programmes;
    private final MeasurementRepository measurements;
    private final MeasurementRules rules;
    private final MeasurementSearch search;
    private final MeasurementLog log;
    private final Clock clock;

    MeasurementService(
            ProgrammeService programmes,
            MeasurementRepository measurements,
            MeasurementRules rules,
            MeasurementSearch search,
            MeasurementLog log,
            Clock clock) {
        this.programmes = programmes;
        this.measurements = measurements;
        this.rules = rules;
        this.search = search;
        this.log = log;
        this.clock = clock;
    }

    /** A new measurement; what it corrects does not count from the same instant on. */
    @Transactional
    Measurement report(String programmeId, MeasurementRequest request, Actor actor) {
        var programme = programmes.getForReport(programmeId, actor);
        MeasurementPolicy.checkMayReport(request.instituteId(), actor);
        rules.checkFits(programme, request, clock.instant());
        programmes.checkTakesFigures(programme);
        var institute = rules.institute(request, actor);
        measurements.lock(request.indicator(), rules.whatIsNow(request.instituteId()));
        var corrected = rules.corrected(programme, request, actor);
        rules.checkCountsOnce(programme, request);
        var now = corrected == null ? clock.instant() : corrected.notBefore(clock.instant());
        var region = corrected == null ? institute.region() : corrected.region();
        var reported = Measurement.report(Uuids.next(), UUID.fromString(programme.id()), request, region, now);
        if (corrected != null) {
            supersede(corrected, reported, now, actor);
        }
        measurements.persistAndFlush(reported);
        log.append(reported, null, actor);
        return reported;
    }

    private void supersede(Measurement corrected, Measurement by, Instant now, Actor actor) {
        corrected.supersede(UUID.fromString(by.id()), now);
        measurements.flush();
        log.append(corrected, null, actor);
    }

    /** Verifies or disputes it. */
    @Transactional
    Measurement move(Address address, ExpectedVersion expected, TransitionRequest move, Actor actor) {
        var programme = programmes.getForReport(address.programme(), actor);
        var measurement = measurements
                .findForChange(UUID.fromString(programme.id()), Uuids.checked(address.measurement()))
                .orElseThrow(address::notFound);
        expected.check(measurement.version());
        var open = MeasurementPolicy.moves(measurement.status(), actor);
        if (!open.contains(move.to())) {
            throw Problem.moveNotAllowed(measurement.status(), move.to(), open);
        }
        programmes.checkTakesFigures(programme);
        measurement.moveTo(move.to(), move.reason(), clock.instant());
        measurements.flush();
        log.append(measurement, move.reason(), actor);
        return measurement;
    }

    @Transactional
    Measurement get(Address address, Actor actor) {
        var programme = programmes.get(address.programme(), actor);
        return measurements
                .find(UUID.fromString(programme.id()), Uuids.checked(address.measurement()))
                .orElseThrow(address::notFound);
    }

    @Transactional
    Page<Measurement> find(String programmeId, MeasurementQuery query, Actor actor) {
        var programme = programmes.get(programmeId, actor);
        return search.find(UUID.fromString(programme.id()), query);
    }

    /** Whether there are measurements of the indicator, of whatever worth. */
    @Transactional
    public boolean areThereOf(String programmeId, String indicator) {
        return measurements.areThereOf(UUID.fromString(programmeId), indicator);
    }

    /**
     * Where a measurement is, as the path has it.
     *
     * @param programme its id or code
     */
    record Address(String programme, String measurement) {

        Problem notFound() {
            return Problem.notFound("measurement of the programme", measurement);
        }
    }
}
