package ma.jazari.partnerships.partner;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;

/** All partners, to index them anew. */
@Singleton
class PartnerDocuments implements SearchSource {

    private final PartnerRepository partners;

    PartnerDocuments(PartnerRepository partners) {
        this.partners = partners;
    }

    @Override
    public List<SearchDocument> after(@Nullable String id, int limit) {
        return partners.holdAfter(Objects.requireNonNullElse(id, ""), limit).stream()
                .map(PartnerDocument::of)
                .toList();
    }
}
