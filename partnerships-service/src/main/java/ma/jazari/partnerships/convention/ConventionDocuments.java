package ma.jazari.partnerships.convention;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;

/** All conventions, to index them anew. */
@Singleton
class ConventionDocuments implements SearchSource {

    private final ConventionRepository conventions;
    private final ConventionIndex index;

    ConventionDocuments(ConventionRepository conventions, ConventionIndex index) {
        this.conventions = conventions;
        this.index = index;
    }

    @Override
    public List<SearchDocument> after(@Nullable String id, int limit) {
        return index.documents(conventions.holdAfter(Objects.requireNonNullElse(id, ""), limit));
    }
}
