package ma.jazari.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void sees_what_concerns_its_organisations_and_itself() {
        var actor = new Actor(
                "f3a1", "Amina", Set.of(Role.PARTNER), Set.of(new Scope("PARTNER", "p5m2c0066"), institute()));

        assertThat(actor.audiences()).containsExactly("INSTITUTE:j4k7xq236", "PARTNER:p5m2c0066", "USER:f3a1");
    }

    @Test
    void has_an_audience_of_its_own_without_any_role() {
        assertThat(new Actor("f3a1", "Amina", Set.of(), Set.of()).audiences()).containsExactly("USER:f3a1");
    }

    @Test
    void has_no_audience_while_nobody_knows_who_it_is() {
        assertThat(Actor.ANONYMOUS.audiences()).isEmpty();
    }

    private static Scope institute() {
        return new Scope("INSTITUTE", "j4k7xq236");
    }
}
