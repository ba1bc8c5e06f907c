package ma.jazari.partnerships.convention;

import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation stands in the network.
 *
 * @param isPublic whether everybody may know of it
 * @param country ISO 3166-1 alpha-2; null if it is not known
 */
record Standing(PartyRef party, String status, boolean isPublic, @Nullable String country) {

    boolean isActive() {
        return status.equals("ACTIVE");
    }

    boolean knownTo(Actor actor) {
        return isPublic || actor.seesEverything() || party.representedBy(actor);
    }
}
