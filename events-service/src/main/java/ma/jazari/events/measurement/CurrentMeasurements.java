package ma.jazari.events.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** The measurements as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentMeasurements implements CurrentRecords {

    private final MeasurementRepository measurements;
    private final MeasurementLog log;

    CurrentMeasurements(MeasurementRepository measurements, MeasurementLog log) {
        this.measurements = measurements;
        this.log = log;
    }

    @Override
    public String type() {
        return MeasurementPolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "measurement";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var uuids = Uuids.wellFormed(ids);
        return uuids.isEmpty()
                ? Map.of()
                : measurements.list("id in ?1", uuids).stream()
                        .collect(Collectors.toMap(
                                Measurement::id, row -> new CurrentRecord(row.version(), log.image(row), List.of())));
    }
}
