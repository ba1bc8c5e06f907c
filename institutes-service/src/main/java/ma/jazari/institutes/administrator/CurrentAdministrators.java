package ma.jazari.institutes.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** Administrators as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentAdministrators implements CurrentRecords {

    private final GrantRepository grants;
    private final AdministratorLog log;

    CurrentAdministrators(GrantRepository grants, AdministratorLog log) {
        this.grants = grants;
        this.log = log;
    }

    @Override
    public String type() {
        return Grant.SUBJECT;
    }

    @Override
    public String table() {
        return "institute_administrator";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        return grants.find(Uuids.wellFormed(ids)).stream()
                .collect(Collectors.toMap(
                        grant -> grant.id().toString(),
                        grant -> new CurrentRecord(grant.version(), log.image(grant), List.of())));
    }
}
