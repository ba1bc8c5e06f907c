package ma.jazari.partnerships.partner;

import ma.jazari.platform.security.Actor;

/** Who may see what of a partner. Partners are public; whom to write to there is not. */
final class PartnerPolicy {

    static final String SUBJECT = "PARTNER";

    private PartnerPolicy() {}

    static boolean maySeePrivate(String id, Actor actor) {
        return actor.seesEverything() || actor.actsFor(SUBJECT, id);
    }
}
