package ma.jazari.partnerships.ror;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ma.jazari.partnerships.partner.PartnerRequest;
import ma.jazari.partnerships.provenance.PartnerFields;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;

/** Reads a record of ROR, as strictly as a partner is kept and no stricter: what ROR adds to its schema does not matter. */
@Singleton
public class RorReader {

    private final ObjectReader reader = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(RorRecord.class);

    private final JsonBinder binder;

    RorReader(JsonBinder binder) {
        this.binder = binder;
    }

    /**
     * What the record says.
     *
     * @param violations what is wrong with it, with JSON Pointers into the record, or into the partner that it would be
     */
    public Optional<RorStatement> read(byte[] json, Violations violations) {
        try {
            RorRecord record = reader.readValue(json);
            if (record == null) {
                violations.add("", "must be a JSON object");
                return Optional.empty();
            }
            return RorMapping.of(record, violations).filter(statement -> isSound(statement.fields(), violations));
        } catch (JsonMappingException e) {
            violations.add(pointer(e), "is not what schema 2 of ROR has here");
        } catch (JsonProcessingException e) {
            violations.add(
                    "",
                    "is not valid JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            violations.add("", "is not valid JSON");
        }
        return Optional.empty();
    }

    private boolean isSound(PartnerFields fields, Violations violations) {
        try {
            binder.bind(binder.tree(PartnerRequest.of(fields, List.of(), false)), PartnerRequest.class);
            return true;
        } catch (Problem refused) {
            refused.violations().forEach(violation -> violations.add(violation.pointer(), violation.detail()));
            return false;
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
