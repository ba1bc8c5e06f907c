package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jazari.platform.integrity.CurrentRecord;
import ma.jazari.platform.integrity.CurrentRecords;

/** The partners as their table holds them, for the check of the log. */
@ApplicationScoped
class CurrentPartners implements CurrentRecords {

    private final PartnerRepository partners;
    private final PartnerLog log;

    CurrentPartners(PartnerRepository partners, PartnerLog log) {
        this.partners = partners;
        this.log = log;
    }

    @Override
    public String type() {
        return PartnerPolicy.SUBJECT;
    }

    @Override
    public String table() {
        return "partner";
    }

    @Override
    public Map<String, CurrentRecord> find(Collection<String> ids) {
        return partners.findAllOf(ids).stream()
                .collect(Collectors.toMap(
                        Partner::id, partner -> new CurrentRecord(partner.version(), log.image(partner), List.of())));
    }
}
