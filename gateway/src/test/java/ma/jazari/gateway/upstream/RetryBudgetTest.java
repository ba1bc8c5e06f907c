package ma.jazari.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget(10);

    @Test
    void begins_with_a_few() {
        assertThat(spend(100)).isEqualTo(10);
    }

    @Test
    void allows_one_for_every_ten_requests_then() {
        spend(100);
        earn(95);

        assertThat(spend(100)).isEqualTo(9);
    }

    @Test
    void saves_no_more_than_a_hundred() {
        earn(100_000);

        assertThat(spend(1_000)).isEqualTo(100);
    }

    @Test
    void allows_none_beyond_the_few_where_the_part_is_none() {
        var none = new RetryBudget(0);
        IntStream.range(0, 1_000).forEach(i -> none.earn());

        assertThat(IntStream.range(0, 100).filter(i -> none.spend()).count()).isEqualTo(10);
    }

    private void earn(int requests) {
        IntStream.range(0, requests).forEach(i -> budget.earn());
    }

    private long spend(int tries) {
        return IntStream.range(0, tries).filter(i -> budget.spend()).count();
    }
}
