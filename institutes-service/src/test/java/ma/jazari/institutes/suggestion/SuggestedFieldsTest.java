package ma.jazari.institutes.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jazari.platform.changelog.Canonical;
import org.junit.jupiter.api.Test;

class SuggestedFieldsTest {

    private static final ObjectNode BASE = json(
            """
                    {"region": "MA-03", "location": {"city": "Fes", "lat": 34}, "links": [], "missions": ["RESEARCH"]}
                    """);

    @Test
    void descends_into_objects_and_takes_arrays_whole() {
        var patch = json(
                """
                {"missions": ["TRAINING"], "location": {"city": "Fès", "lat": null}, "parentId": null}
                """);

        assertThat(SuggestedFields.of(patch, BASE, BASE))
                .extracting(field -> field.pointer() + " " + field.current() + " " + field.proposed())
                .containsExactly(
                        "/location/city \"Fes\" \"Fès\"",
                        "/location/lat 34 null",
                        "/missions [\"RESEARCH\"] [\"TRAINING\"]",
                        "/parentId null null");
    }

    @Test
    void is_overtaken_where_the_value_became_another_than_the_proposed_one() {
        var patch = json("{\"region\": \"MA-05\"}");

        assertThat(overtaken(patch, BASE)).isFalse();
        assertThat(overtaken(patch, json("{\"region\": \"MA-05\"}"))).isFalse();
        assertThat(overtaken(patch, json("{\"region\": \"MA-09\"}"))).isTrue();
        assertThat(overtaken(patch, json("{}"))).isTrue();
    }

    @Test
    void is_not_overtaken_by_the_removal_that_it_proposes() {
        var patch = json("{\"location\": null}");

        assertThat(overtaken(patch, json("{\"region\": \"MA-03\"}"))).isFalse();
        assertThat(overtaken(patch, json("{\"location\": {\"city\": \"Fes\", \"lat\": 35}}")))
                .isTrue();
    }

    @Test
    void keeps_a_patch_with_the_values_that_the_institute_would_have() {
        var patch = json("{\"location\": {\"city\": \"  Fès \", \"lat\": null}, \"links\": null}");
        var after = json("{\"location\": {\"city\": \"Fès\"}, \"links\": [], \"region\": \"MA-03\"}");

        assertThat(SuggestedFields.valuesOf(patch, after))
                .isEqualTo(json("{\"location\": {\"city\": \"Fès\", \"lat\": null}, \"links\": []}"));
    }

    private static boolean overtaken(ObjectNode patch, ObjectNode current) {
        return SuggestedFields.of(patch, BASE, current).getFirst().collides();
    }

    private static ObjectNode json(String text) {
        return Canonical.object(text);
    }
}
