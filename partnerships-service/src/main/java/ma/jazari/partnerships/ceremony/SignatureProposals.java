package ma.jazari.partnerships.ceremony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.Acting;
import ma.jazari.partnerships.convention.Convention;
import ma.jazari.partnerships.convention.ConventionWriter;
import ma.jazari.partnerships.institutecopy.InstituteCopies;
import ma.jazari.partnerships.institutecopy.InstituteCopy;
import ma.jazari.partnerships.party.PartySuccessions;
import ma.jazari.platform.security.Actor;
import org.jboss.logging.Logger;

/**
 * Proposes the signature of the conventions that a ceremony names: of those that wait for one, and whose affair it is to
 * the ceremony's hosts. That is every host that is a party, and JAZARI ROOT.
 */
@ApplicationScoped
class SignatureProposals {

    private static final Logger LOG = Logger.getLogger(SignatureProposals.class);
    private static final Actor CEREMONY = new Actor(null, "ceremony", Set.of(), Set.of());
    private static final String ROOT = "ROOT";

    private final ConventionWriter writer;
    private final Acting acting;
    private final InstituteCopies institutes;
    private final PartySuccessions successions;

    SignatureProposals(
            ConventionWriter writer, Acting acting, InstituteCopies institutes, PartySuccessions successions) {
        this.writer = writer;
        this.acting = acting;
        this.institutes = institutes;
        this.successions = successions;
    }

    /** @throws IllegalStateException for a host that this service has not heard of yet */
    @Transactional(Transactional.TxType.MANDATORY)
    void of(Ceremony ceremony) {
        var hosts = hosts(ceremony);
        // In one order, so that two ceremonies of the same conventions do not wait for each other.
        ceremony.conventionIds().stream().sorted().forEach(id -> writer.lock(id)
                .ifPresentOrElse(
                        convention -> propose(convention, ceremony, hosts),
                        () -> passOver(id, ceremony, "there is none")));
    }

    private List<InstituteCopy> hosts(Ceremony ceremony) {
        var hosts = institutes.find(ceremony.hostInstituteIds());
        if (hosts.size() < ceremony.hostInstituteIds().size()) {
            throw new IllegalStateException("a host is not known here yet: " + ceremony.hostInstituteIds());
        }
        return hosts;
    }

    private void propose(Convention convention, Ceremony ceremony, List<InstituteCopy> hosts) {
        writer.catchUp(convention);
        if (!concerns(convention, hosts)) {
            passOver(convention.id(), ceremony, "no host is a party to it");
        } else if (!convention.takesSignatureProposal(ceremony.proposal())) {
            passOver(convention.id(), ceremony, "it is " + convention.status() + ", or has it already");
        } else {
            var act = acting.forAny(List.of(), CEREMONY);
            writer.change(convention, found -> found.proposeSignature(ceremony.proposal(), act), null, CEREMONY);
        }
    }

    private boolean concerns(Convention convention, List<InstituteCopy> hosts) {
        return hosts.stream().anyMatch(host -> host.kind().equals(ROOT))
                || overlap(
                        current(hosts.stream().map(InstituteCopy::id).toList()),
                        current(convention.agreement().organisations().stream()
                                .map(PartyRef::id)
                                .toList()));
    }

    /** The organisations that these are now. */
    private Set<String> current(Collection<String> ids) {
        var successors = successions.current(ids);
        var now = new HashSet<String>();
        ids.forEach(id -> now.add(successors.getOrDefault(id, id)));
        return now;
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static void passOver(String conventionId, Ceremony ceremony, String reason) {
        LOG.infof(
                "no signature proposed: conventionId=%s programEventId=%s reason=%s",
                conventionId, ceremony.proposal().programEventId(), reason);
    }
}
