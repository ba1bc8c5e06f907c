package ma.jazari.institutes.part;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.UUID;

/** One kind of parts: how it is called, and where its rows are. */
public interface PartKind<P extends Part<R>, R> {

    /** One of them, in the words of problems and of the change log. */
    String word();

    /** All of them, as a segment of a path and in the institute's published state. */
    String key();

    Class<R> requestType();

    PanacheRepositoryBase<P, UUID> rows();
}
