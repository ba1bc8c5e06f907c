package ma.jazari.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumbersTest {

    private final ObjectMapper mapper = new ObjectMapper();

    record Point(Double boxed, double plain) {}

    @BeforeEach
    void register() {
        new WholeNumbers().customize(mapper);
    }

    @ParameterizedTest
    @CsvSource({"-5.0, -5", "34.03, 34.03", "0.0, 0", "-0.0, 0", "9007199254740992, 9007199254740992", "1e300, 1.0E300"
    })
    void writes_numbers_as_canonical_json_does(double value, String written) throws JsonProcessingException {
        var point = new Point(value, value);
        var expected = "{\"boxed\":" + written + ",\"plain\":" + written + "}";

        assertThat(mapper.writeValueAsString(point)).isEqualTo(expected);
        assertThat(mapper.valueToTree(point).toString()).isEqualTo(expected);
    }
}
