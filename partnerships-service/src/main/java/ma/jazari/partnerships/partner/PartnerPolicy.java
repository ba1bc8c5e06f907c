package ma.jazari.partnerships.partner;

import java.util.List;
import ma.jazari.platform.security.Actor;

/** Who may see what of a partner, and do what with it. Partners are public; whom to write to there is not. */
public final class PartnerPolicy {

    public static final String SUBJECT = "PARTNER";

    private PartnerPolicy() {}

    static boolean maySeePrivate(String id, Actor actor) {
        return actor.seesEverything() || actor.actsFor(SUBJECT, id);
    }

    /** The moves that are open to the actor. */
    public static List<PartnerStatus> moves(PartnerStatus from, Actor actor) {
        return actor.isNetworkAdmin() ? from.next().stream().sorted().toList() : List.of();
    }
}
