package ma.jazari.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractDriftTest {

    private static final String COMMITTED = "{openapi: 3.1.0, paths: {/a: {get: {operationId: a}}, /b: {}}}";

    private ContractFiles files;

    @BeforeEach
    void commit(@TempDir Path folder) {
        files = new ContractFiles(folder);
        files.write("a-service", COMMITTED);
    }

    @Test
    void accepts_the_same_in_another_order_and_from_another_address() {
        var served = "{servers: [{url: x}], paths: {/b: {}, /a: {get: {operationId: a}}}, openapi: 3.1.0}";

        assertThatCode(() -> ContractDrift.check(files, "a-service", served, false))
                .doesNotThrowAnyException();
    }

    @Test
    void names_the_place_that_differs_and_the_remedy() {
        var served = COMMITTED.replace("operationId: a", "operationId: z");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ContractDrift.check(files, "a-service", served, false))
                .withMessageContainingAll("/paths/~1a/get/operationId: was \"a\", is \"z\"", ContractFiles.UPDATE);
    }

    @Test
    void writes_what_is_served_when_it_is_asked_to() {
        ContractDrift.check(files, "b-service", COMMITTED, true);

        assertThat(files.read("b-service"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("openapi: 3.1.0\n"));
    }
}
