package ma.jazari.events.programevent;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import ma.jazari.platform.search.SearchDocument;
import ma.jazari.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;

/** All program events, to index them anew. */
@Singleton
class ProgramEventDocuments implements SearchSource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ProgramEventRepository events;

    ProgramEventDocuments(ProgramEventRepository events) {
        this.events = events;
    }

    @Override
    public List<SearchDocument> after(@Nullable String id, int limit) {
        return events.holdAfter(id == null ? BEFORE_ALL : UUID.fromString(id), limit).stream()
                .map(ProgramEventDocument::of)
                .toList();
    }
}
