package ma.jazari.platform.changelog;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * How far the service's log has come, for the gateway, which asks for it often and keeps it to itself: it says that
 * something happened, not what. The gateway has no route to it.
 */
@Path("/internal/changes/last")
@Produces(MediaType.TEXT_PLAIN)
public class LastChangeResource {

    // Serves the gateway's pulse: the end of the primary key.
    private static final String LAST = "select coalesce(max(seq), 0) from change_sequence";

    private final AgroalDataSource database;

    LastChangeResource(AgroalDataSource database) {
        this.database = database;
    }

    /** The place of the last change, whoever may see it: microseconds since 1970; 0 for none. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public String last() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LAST);
                var row = select.executeQuery()) {
            row.next();
            return String.valueOf(row.getLong(1));
        } catch (SQLException e) {
            throw new DatabaseFailure("look for the last change", e);
        }
    }
}
