package ma.jazari.events.institutecopy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;

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

    private String status;

    /** For Hibernate. */
    protected InstituteCopy() {}

    String id() {
        return id;
    }

    String status() {
        return status;
    }

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    /** Whether everybody may know that it exists. */
    boolean isPublic() {
        return PUBLIC.contains(status);
    }
}
