package ma.jazari.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonBinderTest {

    private final JsonBinder binder =
            new JsonBinder(Validation.buildDefaultValidatorFactory().getValidator());

    record Room(@NotNull @Line(max = 5) String name, @Nullable @Max(9) Integer floor) {}

    record House(
            @NotNull @Line String name,
            @Nullable DayOfWeek day,
            @Nullable LocalDate built,
            @Nullable Double height,
            @Nullable Boolean open,
            @Nullable List<@NotNull @Valid Room> rooms)
            implements Checked {

        @Override
        public void check(Violations violations) {
            if (name.equals("ruin")) {
                violations.add("/name", "must stand");
            }
        }
    }

    @Test
    void reads_text_trimmed_and_composed() {
        var house =
                bind("{\"name\": \"  e\\u0301cole  \", \"height\": 3, \"rooms\": [{\"name\": \"a\", \"floor\": 1}]}");

        assertThat(house.name()).isEqualTo("\u00e9cole");
        assertThat(house.height()).isEqualTo(3.0);
    }

    @Test
    void refuses_half_of_a_character_and_takes_a_whole_one() {
        assertThat(pointers("{\"name\": \"\\ud83d\"}")).containsExactly("/name");
        assertThat(bind("{\"name\": \"\\ud83d\\ude00\"}").name()).hasSize(2);
    }

    @Test
    void names_unknown_wrong_and_invalid_properties_together() {
        assertThat(
                        pointers(
                                """
                        {"name": 5, "day": "SOMEDAY", "built": "2026-02-30", "height": "3", "open": "yes", "colour": {"a": 1},
                         "rooms": [{"name": "too long", "floor": 10}, "cellar", null, {"floor": 1.5}]}
                        """))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/day",
                        "/built",
                        "/height",
                        "/open",
                        "/colour",
                        "/rooms/0/name",
                        "/rooms/0/floor",
                        "/rooms/1",
                        "/rooms/2",
                        "/rooms/3/floor",
                        "/rooms/3/name");
    }

    @Test
    void says_a_thing_once() {
        assertThat(pointers("{\"name\": 5}")).containsExactly("/name");
    }

    @Test
    void checks_rules_across_properties_once_the_shape_is_right() {
        assertThat(pointers("{\"name\": \"ruin\"}")).containsExactly("/name");
    }

    @Test
    void refuses_control_characters_and_blank_text() {
        assertThat(pointers("{\"name\": \"a\\u0007b\"}")).containsExactly("/name");
        assertThat(pointers("{\"name\": \"   \"}")).containsExactly("/name");
    }

    @Test
    void says_where_broken_json_breaks() {
        assertThat(problem("{\"name\": \"x\",\n oops}").detail()).contains("line 2");
        assertThat(problem("").violations()).hasSize(1);
        assertThat(problem("null").violations()).hasSize(1);
        assertThat(problem("{\"name\": \"a\"} trailing").violations()).hasSize(1);
        assertThat(problem("{\"name\": \"a\", \"name\": \"b\"}").detail()).contains("Duplicate");
    }

    @Test
    void applies_a_merge_patch_as_rfc_7396_says() {
        var target = binder.object(bytes("{\"a\": {\"b\": 1, \"c\": [1, 2]}, \"d\": 1}"));

        var patched = new MergePatch(
                        binder.object(bytes("{\"a\": {\"b\": null, \"c\": [3]}, \"d\": {\"e\": {\"f\": null}}}")))
                .applyTo(target);

        assertThat(patched).isEqualTo(binder.object(bytes("{\"a\": {\"c\": [3]}, \"d\": {\"e\": {}}}")));
        assertThat(target.at("/a/b").asInt()).isEqualTo(1);
    }

    private House bind(String json) {
        return binder.bind(bytes(json), House.class);
    }

    private List<String> pointers(String json) {
        return problem(json).violations().stream().map(Violation::pointer).toList();
    }

    private Problem problem(String json) {
        return catchThrowableOfType(Problem.class, () -> bind(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
