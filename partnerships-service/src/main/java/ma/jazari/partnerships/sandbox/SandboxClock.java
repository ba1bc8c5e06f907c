package ma.jazari.partnerships.sandbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import ma.jazari.partnerships.deadline.DeadlineRound;
import ma.jazari.partnerships.time.SandboxConfig;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.problem.Problem;

/** Moves the clock of agreements, and lets come to pass what that brings before it answers. */
@ApplicationScoped
class SandboxClock {

    private final AgroalDataSource database;
    private final SandboxConfig config;
    private final DeadlineRound round;
    private final Today today;

    SandboxClock(AgroalDataSource database, SandboxConfig config, DeadlineRound round, Today today) {
        this.database = database;
        this.config = config;
        this.round = round;
        this.today = today;
    }

    /** @throws Problem 404 where this is no sandbox */
    ClockResponse moveTo(int days) {
        checkIsSandbox();
        write(days);
        round.run();
        return read();
    }

    ClockResponse read() {
        checkIsSandbox();
        return new ClockResponse(today.moved(), today.get());
    }

    private void checkIsSandbox() {
        if (!config.enabled()) {
            throw Problem.notFound("sandbox", "here");
        }
    }

    private void write(int days) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update moved_clock set days = ?")) {
            update.setInt(1, days);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("move the clock", e);
        }
    }
}
