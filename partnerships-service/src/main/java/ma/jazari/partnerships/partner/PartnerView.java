package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import ma.jazari.platform.security.CurrentActor;
import ma.jazari.platform.text.Languages;

/** Partners as the caller sees them: in its language, with what it may know of and do with them. */
@ApplicationScoped
public class PartnerView {

    private final CurrentActor actor;
    private final Languages languages;

    PartnerView(CurrentActor actor, Languages languages) {
        this.actor = actor;
        this.languages = languages;
    }

    public PartnerResponse of(Partner partner) {
        return of(partner, PartnerPolicy.moves(partner.status(), actor.get()));
    }

    /** @param moves that are open to the caller */
    public PartnerResponse of(Partner partner, List<PartnerStatus> moves) {
        var contacts = PartnerPolicy.maySeePrivate(partner.id(), actor.get()) ? partner.contacts() : null;
        return PartnerResponse.of(partner.state(), contacts, moves, languages.preferred());
    }

    List<PartnerResponse> of(Collection<Partner> partners) {
        return partners.stream().map(this::of).toList();
    }

    /** A partner as everybody sees it. */
    public static PartnerResponse published(Partner partner, List<String> languages) {
        return PartnerResponse.of(partner.state(), null, List.of(), languages);
    }
}
