package ma.jazari.partnerships.rorimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.partnerships.partner.PartnerLog.Happened;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.partnerships.rorimport.Tally.Outcome;
import ma.jazari.platform.problem.Violation;

/** What becomes of some records, decided before anything is written. */
final class Batch {

    private final Instant now;
    private final List<Partner> created = new ArrayList<>();
    private final List<Happened> updated = new ArrayList<>();
    private final List<RejectedRorRecord> rejected = new ArrayList<>();
    private final Set<String> rejectedIds = new HashSet<>();
    private final Map<Partner, RorStatement> statements = new LinkedHashMap<>();

    Batch(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    void create(Partner partner) {
        created.add(partner);
    }

    /** A move of its lifecycle is told as that, whatever else has changed with it. */
    void update(Partner partner, PartnerStatus before) {
        var type = partner.status() == before
                ? "partner.updated"
                : partner.status().changeType();
        updated.add(new Happened(type, partner));
    }

    /** What ROR says of the partner now. */
    void keep(Partner partner, RorStatement statement) {
        statements.put(partner, statement);
    }

    void reject(Candidate candidate, String pointer, String detail) {
        rejected.add(RejectedRorRecord.of(candidate.line(), List.of(new Violation(pointer, detail))));
        rejectedIds.add(candidate.rorId());
    }

    /** Those that are neither of a partner that is there nor rejected. */
    List<Candidate> left(List<Candidate> news, Collection<String> held) {
        return news.stream()
                .filter(candidate -> !held.contains(candidate.rorId()) && !rejectedIds.contains(candidate.rorId()))
                .toList();
    }

    List<Partner> created() {
        return created;
    }

    Map<Partner, RorStatement> statements() {
        return statements;
    }

    List<Happened> happened() {
        return Stream.concat(
                        created.stream().map(partner -> new Happened("partner.imported", partner)), updated.stream())
                .toList();
    }

    /** @param all how many records there were */
    Outcome outcome(int all) {
        int changed = created.size() + updated.size();
        return new Outcome(created.size(), updated.size(), (long) all - changed - rejected.size(), rejected);
    }
}
