package ma.jazari.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ContentionTest {

    @Test
    void is_a_statement_that_was_not_done_in_its_time() {
        var timedOut = new SQLException("canceling statement due to statement timeout", "57014");

        assertThat(Contention.isBehind(new IllegalStateException(timedOut))).isTrue();
    }

    @Test
    void is_no_rule_that_was_broken() {
        var twice = new SQLException("duplicate key", "23505");

        assertThat(Contention.isBehind(new IllegalStateException(twice))).isFalse();
        assertThat(Contention.isState(null)).isFalse();
    }
}
