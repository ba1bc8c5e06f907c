package ma.jazari.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretParametersTest {

    @ParameterizedTest
    @CsvSource({
        "key=s3cr-et, key=hidden",
        "lang=ar&key=s3cret&fields=id, lang=ar&key=hidden&fields=id",
        "access_token=a.b.c, access_token=hidden",
        "http://registry:8083/v1/registrations/1?key=s3cret#top, http://registry:8083/v1/registrations/1?key=hidden#top",
        "q=key&monkey=1, q=key&monkey=1",
        "http://registry:8083/v1/key/1, http://registry:8083/v1/key/1"
    })
    void hides_what_lets_one_in_and_nothing_else(String address, String expected) {
        assertThat(SecretParameters.hidden(address)).isEqualTo(expected);
    }
}
