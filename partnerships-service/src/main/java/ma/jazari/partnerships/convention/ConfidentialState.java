package ma.jazari.partnerships.convention;

import java.util.List;
import ma.jazari.partnerships.attachment.AttachedFile;
import ma.jazari.partnerships.lifecycle.Approval;
import ma.jazari.partnerships.lifecycle.Consent;
import ma.jazari.partnerships.lifecycle.Signature;
import ma.jazari.partnerships.lifecycle.Text;
import org.jspecify.annotations.Nullable;

/**
 * What of a convention its parties and those who see everything see, and nobody else.
 *
 * @param approvals with the persons who gave them
 * @param signatures with the persons who gave or recorded them
 * @param attachments those that are private
 * @param amendment under negotiation
 * @param consents to what takes the word of all
 */
record ConfidentialState(
        @Nullable List<ConventionContact> contacts,
        @Nullable List<Approval> approvals,
        @Nullable List<Signature> signatures,
        @Nullable List<AttachedFile> attachments,
        @Nullable Text amendment,
        @Nullable List<Consent> consents) {

    static final ConfidentialState NONE = new ConfidentialState(null, null, null, null, null, null);

    static ConfidentialState of(Convention convention) {
        return new ConfidentialState(
                ConventionState.unlessEmpty(convention.contacts()),
                ConventionState.unlessEmpty(convention.text().assent().approvals()),
                ConventionState.unlessEmpty(convention.text().assent().signatures()),
                ConventionState.unlessEmpty(convention.attachments().stream()
                        .filter(file -> !convention.isOpen(file))
                        .toList()),
                convention.amendment().orElse(null),
                ConventionState.unlessEmpty(convention.consents()));
    }

    boolean isEmpty() {
        return equals(NONE);
    }
}
