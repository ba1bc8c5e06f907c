package ma.jazari.partnerships.time;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.jazari.platform.changelog.DatabaseFailure;

/**
 * The day that the dates of agreements are compared with. Days begin at 00:00 UTC, which is Morocco's time. In a sandbox
 * it can be moved ahead, for all replicas at once; what is written keeps its true time.
 */
@ApplicationScoped
public class Today {

    private final Clock clock;
    private final AgroalDataSource database;
    private final SandboxConfig sandbox;

    Today(Clock clock, AgroalDataSource database, SandboxConfig sandbox) {
        this.clock = clock;
        this.database = database;
        this.sandbox = sandbox;
    }

    public LocalDate get() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return sandbox.enabled() ? today.plusDays(moved()) : today;
    }

    /** By how many days it is moved ahead; nowhere but in a sandbox. */
    public int moved() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select days from moved_clock");
                var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException e) {
            throw new DatabaseFailure("read by how much the clock is moved", e);
        }
    }
}
