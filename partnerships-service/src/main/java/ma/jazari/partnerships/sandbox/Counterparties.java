package ma.jazari.partnerships.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.agreement.PartyType;
import ma.jazari.partnerships.partner.PartnerRequest;
import ma.jazari.partnerships.partner.PartnerService;
import ma.jazari.partnerships.partner.PartnerType;
import ma.jazari.partnerships.partykey.KeySetRequest;
import ma.jazari.partnerships.partykey.KeySetService;
import ma.jazari.partnerships.sandbox.CounterpartyTable.Counterparty;
import ma.jazari.partnerships.time.SandboxConfig;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;
import ma.jazari.platform.security.Scope;

/** Makes scripted partners, and shows what they did. */
@ApplicationScoped
class Counterparties {

    static final int MOST = 100;

    private final CounterpartyTable table;
    private final PartnerService partners;
    private final KeySetService keys;
    private final SandboxConfig config;

    Counterparties(CounterpartyTable table, PartnerService partners, KeySetService keys, SandboxConfig config) {
        this.table = table;
        this.partners = partners;
        this.keys = keys;
        this.config = config;
    }

    /** A new partner that acts by itself. @throws Problem 404 where this is no sandbox, 409 where there are too many */
    @Transactional
    public CounterpartyResponse make(Behaviour behaviour, Actor actor) {
        checkIsSandbox();
        int number = table.all(MOST).size() + 1;
        if (number > MOST) {
            throw Problem.conflict("There are " + MOST + " counterparties already; use one of them.");
        }
        var partner = partners.create(request(behaviour, number), true, actor);
        var key = PractiseKey.generate();
        var counterparty = new Counterparty(partner.id(), behaviour, key.json());
        table.add(counterparty);
        keys.publish(
                new PartyRef(PartyType.PARTNER, partner.id()),
                null,
                new KeySetRequest(List.of(key.published())),
                actor(counterparty));
        return get(partner.id());
    }

    @Transactional
    public CounterpartyResponse get(String partnerId) {
        checkIsSandbox();
        var counterparty = table.find(partnerId).orElseThrow(() -> Problem.notFound("counterparty", partnerId));
        return new CounterpartyResponse(partnerId, counterparty.behaviour(), table.acts(partnerId));
    }

    /** The caller that it would be. */
    static Actor actor(Counterparty counterparty) {
        return new Actor(
                "counterparty-" + counterparty.partnerId(),
                "counterparty " + counterparty.partnerId(),
                Set.of(Role.PARTNER),
                Set.of(new Scope("PARTNER", counterparty.partnerId())));
    }

    private void checkIsSandbox() {
        if (!config.enabled()) {
            throw Problem.notFound("sandbox", "here");
        }
    }

    private static PartnerRequest request(Behaviour behaviour, int number) {
        var name = "Contrepartie d'essai " + number + " (" + behaviour.name().toLowerCase(Locale.ROOT) + ")";
        return new PartnerRequest(
                PartnerType.OTHER,
                List.of(new Name(name, "fr", NameType.DISPLAY, null, null)),
                "MA",
                null,
                null,
                null,
                null,
                null,
                true);
    }
}
