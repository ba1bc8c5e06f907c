package ma.jazari.platform.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ma.jazari.platform.problem.Problem;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PublicIdTest {

    private static final long NUMBERS = 1L << 30;

    @Test
    void makes_the_ids_of_the_standard() {
        assertThat(PublicId.of('j', 0)).isEqualTo("j00000098");
        assertThat(PublicId.isWellFormed('j', "j4k7xq236")).isTrue();
        assertThat(PublicId.isWellFormed('p', "p5m2c0066")).isTrue();
    }

    @Test
    void refuses_what_cannot_be_an_id() {
        for (var id :
                new String[] {"", "j", "J4K7XQ236", "p4k7xq236", "j4k7xq23", "j4k7xq2366", "j4kixq236", "j4k7xq2 6"}) {
            assertThat(PublicId.isWellFormed('j', id)).as(id).isFalse();
            assertThatThrownBy(() -> PublicId.checked('j', id)).isInstanceOf(Problem.class);
        }
    }

    @Property
    void accepts_every_id_that_it_makes(@ForAll @LongRange(max = NUMBERS - 1) long number) {
        assertThat(PublicId.isWellFormed('j', PublicId.of('j', number))).isTrue();
    }

    @Property
    void sees_every_single_typing_error(
            @ForAll @LongRange(max = NUMBERS - 1) long number,
            @ForAll @IntRange(min = 1, max = 8) int place,
            @ForAll @CharRange(from = '0', to = 'z') char wrong) {
        var id = PublicId.of('j', number);
        Assume.that(id.charAt(place) != wrong);

        var mistyped = id.substring(0, place) + wrong + id.substring(place + 1);

        assertThat(PublicId.isWellFormed('j', mistyped)).isFalse();
    }

    @Property
    void sees_two_neighbours_swapped(
            @ForAll @LongRange(max = NUMBERS - 1) long number, @ForAll @IntRange(min = 1, max = 5) int place) {
        var id = new StringBuilder(PublicId.of('j', number));
        Assume.that(id.charAt(place) != id.charAt(place + 1));
        var first = id.charAt(place);

        id.setCharAt(place, id.charAt(place + 1));
        id.setCharAt(place + 1, first);

        assertThat(PublicId.isWellFormed('j', id.toString())).isFalse();
    }
}
