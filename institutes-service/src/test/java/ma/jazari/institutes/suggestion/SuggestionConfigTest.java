package ma.jazari.institutes.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class SuggestionConfigTest {

    @Test
    void has_defaults_that_leave_reviewers_room_to_breathe() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(SuggestionConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .build()
                .getConfigMapping(SuggestionConfig.class);

        assertThat(config.pendingPerProposer()).isEqualTo(20);
        assertThat(config.pendingPerInstitute()).isEqualTo(5);
        assertThat(config.createdPerDay()).isEqualTo(50);
        assertThat(config.maxPatchSize().asLongValue()).isEqualTo(65_536);
    }
}
