package ma.jazari.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where all documents of a service can be had again, to index them anew. */
public interface SearchSource {

    /**
     * The documents of the records after this one in the order of their ids, at most as many as asked for. The records are
     * locked until the transaction ends, so that none is indexed as it was before it changed.
     */
    List<SearchDocument> after(@Nullable String id, int limit);
}
