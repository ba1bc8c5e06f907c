package ma.jazari.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes {@code -5}, not {@code -5.0}: a number looks the same in an answer as in canonical JSON (RFC 8785), which changes and exports hold. */
@Singleton
class WholeNumbers implements ObjectMapperCustomizer {

    /** Above it not every whole number is a double. */
    private static final double EXACT = 1L << 53;

    @Override
    public void customize(ObjectMapper mapper) {
        var numbers = new Numbers();
        mapper.registerModule(new SimpleModule("whole-numbers")
                .addSerializer(Double.class, numbers)
                .addSerializer(Double.TYPE, numbers));
    }

    private static final class Numbers extends StdScalarSerializer<Double> {

        Numbers() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Math.rint(value) == value && Math.abs(value) <= EXACT) {
                json.writeNumber(value.longValue());
            } else {
                json.writeNumber(value);
            }
        }
    }
}
