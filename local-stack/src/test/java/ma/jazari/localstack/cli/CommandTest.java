package ma.jazari.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import ma.jazari.localstack.LocalStackException;
import ma.jazari.localstack.verify.LogOwner;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void reads_options_in_any_order() {
        assertThat(Command.parse("up", "--only=kafka,postgres", "--detach"))
                .isEqualTo(new Command.Up(true, Set.of("kafka", "postgres"), true));
        assertThat(Command.parse("up", "--no-samples")).isEqualTo(new Command.Up(false, Set.of(), false));
        assertThat(Command.parse("logs", "gateway", "-f")).isEqualTo(new Command.Logs("gateway", true));
        assertThat(Command.parse("logs", "-f", "gateway")).isEqualTo(new Command.Logs("gateway", true));
        assertThat(Command.parse("token", "root-admin")).isEqualTo(new Command.Token("root-admin"));
        assertThat(Command.parse("verify")).isEqualTo(new Command.Verify(Optional.empty()));
        assertThat(Command.parse("verify", "partnerships"))
                .isEqualTo(new Command.Verify(Optional.of(LogOwner.PARTNERSHIPS)));
        assertThat(Command.parse("times")).isEqualTo(new Command.Times(false));
        assertThat(Command.parse("times", "--apply")).isEqualTo(new Command.Times(true));
        assertThat(Command.parse("reset")).isEqualTo(new Command.Reset(false));
    }

    @Test
    void says_what_it_does_not_understand() {
        assertThatThrownBy(() -> Command.parse("up", "--detatch"))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("--detatch");
        assertThatThrownBy(() -> Command.parse("start")).hasMessageContaining("start");
        assertThatThrownBy(() -> Command.parse("token")).hasMessageContaining("whose token");
        assertThatThrownBy(() -> Command.parse("verify", "kafka"))
                .hasMessageContaining("kafka")
                .hasMessageContaining("institutes, partnerships, events");
    }
}
