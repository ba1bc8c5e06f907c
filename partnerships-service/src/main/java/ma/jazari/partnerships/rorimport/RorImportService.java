package ma.jazari.partnerships.rorimport;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import ma.jazari.platform.bulk.BodyRefused;
import ma.jazari.platform.problem.Problem;

/** Begins imports, one at a time. */
@ApplicationScoped
public class RorImportService {

    private final AgroalDataSource database;
    private final RorImportParts parts;

    RorImportService(AgroalDataSource database, RorImportParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /**
     * Begins an import.
     *
     * @throws Problem 400 for a file that cannot be one, 409 while another import runs
     */
    RorImportJob begin(RorFile.Upload upload, Order order) {
        try {
            var file =
                    RorFile.open(upload, parts.config().limits(), parts.config().ratio());
            var turn = ImportTurn.take(database)
                    .orElseThrow(() -> Problem.conflict("An import is running. One runs at a time."));
            return new RorImportJob(parts, turn, file, order);
        } catch (BodyRefused e) {
            throw Problem.invalid("", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.invalid("", "the body ended before it was complete");
        }
    }
}
