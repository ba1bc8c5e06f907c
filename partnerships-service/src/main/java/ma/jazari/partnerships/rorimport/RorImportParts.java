package ma.jazari.partnerships.rorimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import ma.jazari.partnerships.ror.RorReader;

/** What every import works with. */
@Singleton
class RorImportParts {

    private final RorReader reader;
    private final RorIntake intake;
    private final RorImportConfig config;
    private final ObjectMapper mapper;

    RorImportParts(RorReader reader, RorIntake intake, RorImportConfig config, ObjectMapper mapper) {
        this.reader = reader;
        this.intake = intake;
        this.config = config;
        this.mapper = mapper;
    }

    RorReader reader() {
        return reader;
    }

    RorIntake intake() {
        return intake;
    }

    RorImportConfig config() {
        return config;
    }

    byte[] json(RorImportReport report) {
        try {
            return mapper.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
