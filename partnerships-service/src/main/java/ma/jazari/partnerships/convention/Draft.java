package ma.jazari.partnerships.convention;

import java.util.List;
import ma.jazari.partnerships.agreement.Agreement;
import ma.jazari.partnerships.agreement.PartyRef;

/** What a draft is written of, once its owner and its parties are known to be right. */
record Draft(
        Agreement agreement, PartyRef owner, List<ConventionContact> contacts, boolean southSouth, boolean sample) {

    static Draft of(ConventionRequest request, PartyRef owner, boolean southSouth) {
        return new Draft(request.agreement(), owner, request.contactsOrNone(), southSouth, request.forSample());
    }
}
