package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.institutecopy.InstituteCopies;
import ma.jazari.partnerships.institutecopy.InstituteCopy;
import ma.jazari.partnerships.institutecopy.Successions;
import ma.jazari.partnerships.partner.PartnerDirectory;
import ma.jazari.partnerships.partner.PartnerDirectory.Entry;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.partnerships.partner.PartnerSuccessions;

/** Looks up how organisations stand: institutes in the local copy, partners in their own table. */
@ApplicationScoped
class Standings {

    private final InstituteCopies institutes;
    private final Successions successions;
    private final PartnerDirectory partners;
    private final PartnerSuccessions partnerSuccessions;

    Standings(
            InstituteCopies institutes,
            Successions successions,
            PartnerDirectory partners,
            PartnerSuccessions partnerSuccessions) {
        this.institutes = institutes;
        this.successions = successions;
        this.partners = partners;
        this.partnerSuccessions = partnerSuccessions;
    }

    /** Those that are known here, by name. */
    Map<PartyRef, Standing> of(Collection<PartyRef> parties) {
        return Stream.concat(institutes(ids(parties, PartyType.INSTITUTE)), partners(ids(parties, PartyType.PARTNER)))
                .collect(Collectors.toUnmodifiableMap(Standing::party, Function.identity()));
    }

    private Stream<Standing> institutes(List<String> ids) {
        var copies = institutes.find(ids);
        var merged = copies.stream()
                .filter(copy -> copy.successorId() != null)
                .map(InstituteCopy::id)
                .toList();
        var active = activeSuccessors(merged);
        return copies.stream()
                .map(copy -> new Standing(
                        new PartyRef(PartyType.INSTITUTE, copy.id()),
                        active.getOrDefault(copy.id(), copy.status()),
                        copy.isPublic(),
                        copy.country()));
    }

    /** Of the merged institutes whose successor is active, its status: they stand as it does. */
    private Map<String, String> activeSuccessors(List<String> merged) {
        var current = successions.current(merged);
        var status = institutes.find(current.values()).stream()
                .filter(InstituteCopy::isActive)
                .collect(Collectors.toMap(InstituteCopy::id, InstituteCopy::status));
        return current.entrySet().stream()
                .filter(line -> status.containsKey(line.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, line -> status.get(line.getValue())));
    }

    private Stream<Standing> partners(List<String> ids) {
        var entries = partners.find(ids);
        var current = partnerSuccessions.current(ids);
        var active = partners.find(current.values()).stream()
                .filter(entry -> entry.status() == PartnerStatus.ACTIVE)
                .map(Entry::id)
                .collect(Collectors.toSet());
        return entries.stream()
                .map(entry -> new Standing(
                        new PartyRef(PartyType.PARTNER, entry.id()),
                        active.contains(current.getOrDefault(entry.id(), ""))
                                ? PartnerStatus.ACTIVE.name()
                                : entry.status().name(),
                        true,
                        entry.country()));
    }

    private static List<String> ids(Collection<PartyRef> parties, PartyType type) {
        return parties.stream()
                .filter(party -> party.type() == type)
                .map(PartyRef::id)
                .toList();
    }
}
