package ma.jazari.partnerships.convention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import ma.jazari.platform.record.Name;

/** The names of parties as tables keep them. Those of institutes are as their service wrote them, and may say more. */
public final class PartyNames {

    private static final ObjectReader NAMES = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build()
            .readerFor(new TypeReference<List<Name>>() {});

    private PartyNames() {}

    /** The names that are of a kind that is known here. */
    public static List<Name> read(String json) {
        try {
            return NAMES.<List<Name>>readValue(json).stream()
                    .filter(name -> name.value() != null && name.lang() != null && Objects.nonNull(name.type()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
