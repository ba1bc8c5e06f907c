package ma.jazari.events.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import ma.jazari.events.figure.Indicator;
import ma.jazari.events.measurement.MeasurementService;
import ma.jazari.events.programme.Programme;
import ma.jazari.events.programme.ProgrammeService;
import ma.jazari.events.programme.ProgrammeStatus;
import ma.jazari.platform.http.ExpectedVersion;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Sets and changes what a programme is measured by. Every change is one of the programme's record. */
@ApplicationScoped
class IndicatorService {

    /** Of one programme. */
    static final int MOST = 100;

    private final ProgrammeService programmes;
    private final MeasurementService measurements;
    private final JsonBinder binder;
    private final Clock clock;

    IndicatorService(ProgrammeService programmes, MeasurementService measurements, JsonBinder binder, Clock clock) {
        this.programmes = programmes;
        this.measurements = measurements;
        this.binder = binder;
        this.clock = clock;
    }

    @Transactional
    Programme add(String programmeId, IndicatorRequest request, Actor actor) {
        return programmes.changeIndicators(programmeId, actor, programme -> {
            var indicator = request.indicator();
            checkOpen(programme);
            checkDates(programme, indicator);
            checkRoom(programme, indicator);
            programme.put(indicator, clock.instant());
            return "programme.indicator-added";
        });
    }

    /** Changes what the patch names; one that changes nothing leaves no trace. */
    @Transactional
    Programme change(String programmeId, String key, Edit edit, Actor actor) {
        return programmes.changeIndicators(programmeId, actor, programme -> {
            var before = existing(programme, key);
            edit.expected().check(programme.version());
            var written = binder.tree(IndicatorRequest.of(before));
            var after = binder.bind(edit.patch().applyTo(written), IndicatorRequest.class)
                    .indicator();
            if (after.equals(before)) {
                return "";
            }
            checkOpen(programme);
            checkDates(programme, after);
            checkChange(programme, before, after);
            programme.put(after, clock.instant());
            return "programme.indicator-changed";
        });
    }

    /** Takes the indicator away; the history keeps it. */
    @Transactional
    void remove(String programmeId, String key, ExpectedVersion expected, Actor actor) {
        programmes.changeIndicators(programmeId, actor, programme -> {
            existing(programme, key);
            expected.check(programme.version());
            checkOpen(programme);
            if (measurements.areThereOf(programme.id(), key)) {
                throw Problem.conflict("There are measurements of " + key + "; what was measured stays.");
            }
            programme.remove(key, clock.instant());
            return "programme.indicator-removed";
        });
    }

    /** @throws Problem 404 where the programme has none with the key */
    static Indicator existing(Programme programme, String key) {
        return programme.indicator(key).orElseThrow(() -> Problem.notFound("indicator of the programme", key));
    }

    private static void checkOpen(Programme programme) {
        if (programme.status() == ProgrammeStatus.CLOSED) {
            throw Problem.conflict("The programme is closed and its figures are final.");
        }
    }

    private static void checkDates(Programme programme, Indicator indicator) {
        if (!indicator.targetDate().isAfter(programme.from())) {
            throw Problem.invalid("/targetDate", "must be after the programme's first day, " + programme.from());
        }
    }

    private static void checkRoom(Programme programme, Indicator indicator) {
        if (programme.indicator(indicator.key()).isPresent()) {
            throw Problem.conflict("The programme has an indicator " + indicator.key() + " already; change that one.");
        }
        if (programme.indicators().size() >= MOST) {
            throw Problem.conflict("The programme has " + MOST + " indicators, which is the most.");
        }
    }

    private void checkChange(Programme programme, Indicator before, Indicator after) {
        if (!after.key().equals(before.key())) {
            throw Problem.invalid("/key", "cannot change; add another indicator");
        }
        boolean meansAnother = !after.unit().equals(before.unit())
                || after.aggregation() != before.aggregation()
                || after.source() != before.source();
        if (meansAnother && measurements.areThereOf(programme.id(), before.key())) {
            throw Problem.conflict("There are measurements of " + before.key()
                    + ", which would mean something else: unit, aggregation and source stay. Add another indicator.");
        }
    }

    /** A change, and the version of the programme that it is based on. */
    record Edit(ExpectedVersion expected, MergePatch patch) {}
}
