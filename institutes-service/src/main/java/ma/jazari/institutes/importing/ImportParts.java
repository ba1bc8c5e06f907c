package ma.jazari.institutes.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import ma.jazari.institutes.intake.IntakeService;
import ma.jazari.institutes.intake.RejectedLines;

/** What every import works with. */
@Singleton
class ImportParts {

    private final ImportRuns runs;
    private final RejectedLines rejected;
    private final IntakeService intake;
    private final ImportConfig config;
    private final ObjectMapper mapper;

    ImportParts(
            ImportRuns runs, RejectedLines rejected, IntakeService intake, ImportConfig config, ObjectMapper mapper) {
        this.runs = runs;
        this.rejected = rejected;
        this.intake = intake;
        this.config = config;
        this.mapper = mapper;
    }

    ImportRuns runs() {
        return runs;
    }

    RejectedLines rejected() {
        return rejected;
    }

    IntakeService intake() {
        return intake;
    }

    ImportConfig config() {
        return config;
    }

    byte[] json(ImportReport report) {
        try {
            return mapper.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
