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
import ma.jazari.partnerships.partner.PartnerDirectory;

/** Looks up how organisations stand: institutes in the local copy, partners in their own table. */
@ApplicationScoped
class Standings {

    private final InstituteCopies institutes;
    private final PartnerDirectory partners;

    Standings(InstituteCopies institutes, PartnerDirectory partners) {
        this.institutes = institutes;
        this.partners = partners;
    }

    /** Those that are known here, by name. */
    Map<PartyRef, Standing> of(Collection<PartyRef> parties) {
        return Stream.concat(institutes(ids(parties, PartyType.INSTITUTE)), partners(ids(parties, PartyType.PARTNER)))
                .collect(Collectors.toUnmodifiableMap(Standing::party, Function.identity()));
    }

    private Stream<Standing> institutes(List<String> ids) {
        return institutes.find(ids).stream()
                .map(copy -> new Standing(
                        new PartyRef(PartyType.INSTITUTE, copy.id()), copy.status(), copy.isPublic(), copy.country()));
    }

    private Stream<Standing> partners(List<String> ids) {
        return partners.find(ids).stream()
                .map(entry -> new Standing(
                        new PartyRef(PartyType.PARTNER, entry.id()),
                        entry.status().name(),
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
