package ma.jazari.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** The programmes as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentProgrammes implements CurrentRecords {

    private final ProgrammeRepository programmes;
    private final ProgrammeLog log;

    CurrentProgrammes(ProgrammeRepository programmes, ProgrammeLog log) {
        this.programmes = programmes;
        this.log = log;
    }

    @Override
    public String type() {
        return ProgrammePolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "programme";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        var uuids = Uuids.wellFormed(ids);
        return uuids.isEmpty()
                ? Map.of()
                : programmes.list("id in ?1", uuids).stream()
                        .collect(Collectors.toMap(
                                Programme::id, row -> new CurrentRecord(row.version(), log.image(row), List.of())));
    }
}
