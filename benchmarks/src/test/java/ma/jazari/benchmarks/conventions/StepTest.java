package ma.jazari.benchmarks.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void follows_the_one_that_makes_what_it_needs() {
        assertThat(Step.CREATE.before()).isEmpty();
        assertThat(Step.PROPOSE.before()).contains(Step.CREATE);
        assertThat(Step.APPROVE.before()).contains(Step.PROPOSE);
        assertThat(Step.APPROVE_LAST.before()).contains(Step.APPROVE);
    }
}
