package ma.jazari.partnerships.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other features may ask about partners. */
@ApplicationScoped
public class PartnerDirectory {

    private final PartnerRepository partners;

    PartnerDirectory(PartnerRepository partners) {
        this.partners = partners;
    }

    /** Those of the partners that exist. */
    public List<Entry> find(Collection<String> ids) {
        return partners.findAllOf(ids).stream()
                .map(partner -> new Entry(partner.id(), partner.status(), partner.country(), partner.successorId()))
                .toList();
    }

    /**
     * A partner in short.
     *
     * @param country ISO 3166-1 alpha-2
     * @param successorId of one that was merged: the partner that it has become part of
     */
    public record Entry(String id, PartnerStatus status, String country, @Nullable String successorId) {}
}
