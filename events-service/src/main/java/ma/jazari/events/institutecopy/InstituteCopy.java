package ma.jazari.events.institutecopy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import ma.jazari.platform.record.Name;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What this service knows of an institute, by its last message. Its states are words of another service, so they stay
 * text: one that is added there is kept, is not ACTIVE, and is not public.
 */
@Entity
@Table(name = "institute_copy")
class InstituteCopy {

    private static final String ACTIVE = "ACTIVE";
    /** The states in which everybody may know that it exists. */
    static final Set<String> PUBLIC = Set.of(ACTIVE, "SUSPENDED", "CLOSED", "MERGED");

    @Id
    private String id;

    private String kind;

    private String status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Name> names;

    private String region;

    /** For Hibernate. */
    protected InstituteCopy() {}

    String id() {
        return id;
    }

    String status() {
        return status;
    }

    boolean isRoot() {
        return kind.equals("ROOT");
    }

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    /** Whether everybody may know that it exists. */
    boolean isPublic() {
        return PUBLIC.contains(status);
    }

    KnownInstitutes.Known known() {
        return new KnownInstitutes.Known(id, status, names, region, isPublic());
    }
}
