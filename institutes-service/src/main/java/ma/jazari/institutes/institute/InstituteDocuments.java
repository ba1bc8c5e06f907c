package ma.jazari.institutes.institute;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;

/** All institutes, to index them anew. */
@Singleton
class InstituteDocuments implements SearchSource {

    private final InstituteRepository institutes;

    InstituteDocuments(InstituteRepository institutes) {
        this.institutes = institutes;
    }

    @Override
    public List<SearchDocument> after(@Nullable String id, int limit) {
        return institutes.holdAfter(Objects.requireNonNullElse(id, ""), limit).stream()
                .map(InstituteDocument::of)
                .toList();
    }
}
