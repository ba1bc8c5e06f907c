package ma.jazari.partnerships.sandbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.convention.Convention;
import ma.jazari.partnerships.convention.ConventionService;
import ma.jazari.partnerships.lifecycle.Consent.To;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.Text;
import ma.jazari.partnerships.sandbox.CounterpartyResponse.CounterpartyAct;
import ma.jazari.partnerships.sandbox.CounterpartyTable.Counterparty;
import ma.jazari.partnerships.sandbox.Script.Step;
import ma.jazari.partnerships.sandbox.Script.Waiting;
import ma.jazari.partnerships.time.SandboxConfig;
import ma.jazari.platform.problem.Problem;
import org.jboss.logging.Logger;

/** Lets each scripted partner do what its script says to the conventions that wait for it, and notes the answers. */
@ApplicationScoped
class CounterpartyRound {

    private static final Logger LOG = Logger.getLogger(CounterpartyRound.class);
    private static final int OK = 200;

    private final CounterpartyTable table;
    private final ConventionService conventions;
    private final Hands hands;
    private final SandboxConfig config;
    private final Clock clock;

    CounterpartyRound(
            CounterpartyTable table, ConventionService conventions, Hands hands, SandboxConfig config, Clock clock) {
        this.table = table;
        this.conventions = conventions;
        this.hands = hands;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (config.enabled()) {
            table.all(Counterparties.MOST).forEach(this::act);
        }
    }

    private void act(Counterparty self) {
        for (var id : table.waiting(self.partnerId())) {
            try {
                act(self, conventions.get(id, Counterparties.actor(self)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "a counterparty failed: partnerId=%s conventionId=%s", self.partnerId(), id);
            }
        }
    }

    private void act(Counterparty self, Convention convention) {
        var text = convention.proposal().orElseGet(convention::text);
        var step = Script.next(self.behaviour(), waiting(self, convention, text));
        int times = self.behaviour() == Behaviour.REPEATS ? 2 : 1;
        for (int i = 0; i < times && step.isPresent(); i++) {
            carryOut(step.get(), self, convention, text);
        }
    }

    private void carryOut(Step step, Counterparty self, Convention convention, Text text) {
        int status = OK;
        var answer = "done";
        try {
            hands.carryOut(step, self, convention, text);
        } catch (Problem problem) {
            status = problem.type().status();
            answer = problem.detail();
        }
        table.note(
                self.partnerId(),
                new CounterpartyAct(convention.id(), text.revision(), step.name(), clock.instant(), status, answer));
    }

    private Waiting waiting(Counterparty self, Convention convention, Text text) {
        var party = new PartyRef(PartyType.PARTNER, self.partnerId());
        boolean proposed = convention.status() == ConventionStatus.PROPOSED
                || convention.amendment().isPresent();
        return new Waiting(
                proposed
                        && convention.approvers().contains(party)
                        && !text.assent().isApprovedBy(party),
                convention.status() == ConventionStatus.APPROVED
                        && text.signatories().contains(party)
                        && !text.assent().isSignedBy(party),
                isAsked(To.TERMINATION, party, convention),
                isAsked(To.RENEWAL, party, convention),
                done(self, convention, text));
    }

    private static boolean isAsked(To to, PartyRef party, Convention convention) {
        var given = convention.consents().stream()
                .filter(consent -> consent.to() == to)
                .toList();
        return !given.isEmpty()
                && convention.text().deciders().contains(party)
                && given.stream().noneMatch(consent -> consent.party().equals(party));
    }

    private Set<Step> done(Counterparty self, Convention convention, Text text) {
        return table.done(self.partnerId(), convention.id(), text.revision()).stream()
                .map(Step::valueOf)
                .collect(Collectors.toSet());
    }
}
