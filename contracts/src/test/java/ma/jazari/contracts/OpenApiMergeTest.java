package ma.jazari.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final String THING = "{type: object}";

    @Test
    void unites_paths_tags_and_the_components_that_are_used() {
        var merged = OpenApiMerge.merge(Map.of(
                "institutes-service", part("/v1/institutes", "listInstitutes", "Institute", THING),
                "events-service", part("/v1/program-events", "listEvents", "Event", THING)));

        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/v1/institutes", "/v1/program-events");
        assertThat(merged.at("/components/schemas").fieldNames()).toIterable().containsExactly("Event", "Institute");
        assertThat(merged.at("/tags").findValuesAsText("name")).containsExactly("/v1/institutes", "/v1/program-events");
        assertThat(merged.at("/info/title").asText()).isEqualTo("Jazari Registry");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
    }

    @Test
    void accepts_a_component_that_two_parts_describe_alike() {
        var merged = OpenApiMerge.merge(Map.of(
                "institutes-service", part("/v1/institutes", "listInstitutes", "Problem", THING),
                "events-service", part("/v1/program-events", "listEvents", "Problem", THING)));

        assertThat(merged.at("/components/schemas").fieldNames()).toIterable().containsExactly("Problem");
    }

    @Test
    void refuses_a_component_that_two_parts_describe_differently() {
        var parts = Map.of(
                "institutes-service", part("/v1/institutes", "listInstitutes", "Name", THING),
                "events-service", part("/v1/program-events", "listEvents", "Name", "{type: string}"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> OpenApiMerge.merge(parts))
                .withMessageContainingAll("schemas/Name", "institutes-service", "events-service");
    }

    @Test
    void refuses_an_operation_that_two_parts_have() {
        var parts = Map.of(
                "institutes-service", part("/v1/things", "listThings", "A", THING),
                "events-service", part("/v1/things", "listOthers", "B", THING));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> OpenApiMerge.merge(parts))
                .withMessageContaining("get /v1/things");
    }

    @Test
    void refuses_an_operation_id_that_two_parts_use() {
        var parts = Map.of(
                "institutes-service", part("/v1/institutes", "list", "A", THING),
                "events-service", part("/v1/program-events", "list", "B", THING));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> OpenApiMerge.merge(parts))
                .withMessageContaining("operationId list is used twice");
    }

    @Test
    void shows_the_gateways_change_feed_and_not_those_of_the_services() {
        var merged = OpenApiMerge.merge(Map.of(
                "gateway", part("/v1/changes", "listChanges", "FeedPage", THING),
                "events-service", part("/v1/changes", "listOwnChanges", "FeedPage", "{type: string}")));

        assertThat(merged.at("/paths/~1v1~1changes/get/operationId").asText()).isEqualTo("listChanges");
        assertThat(merged.at("/components/schemas/FeedPage/type").asText()).isEqualTo("object");
    }

    @Test
    void is_the_same_text_whatever_the_order_of_the_parts() {
        var institutes = part("/v1/institutes", "listInstitutes", "A", THING);
        var events = part("/v1/program-events", "listEvents", "B", THING);

        var text = Yaml.write(OpenApiMerge.merge(Map.of("institutes-service", institutes, "events-service", events)));

        assertThat(text)
                .isEqualTo(Yaml.write(
                        OpenApiMerge.merge(Map.of("events-service", events, "institutes-service", institutes))));
    }

    private static ObjectNode part(String path, String operationId, String schema, String content) {
        return Yaml.read(
                """
                openapi: 3.1.0
                tags:
                - name: %1$s
                - name: Unused
                paths:
                  %1$s:
                    get:
                      operationId: %2$s
                      tags: [%1$s]
                      responses:
                        "200":
                          description: OK
                          content:
                            application/json:
                              schema:
                                $ref: '#/components/schemas/%3$s'
                components:
                  schemas:
                    %3$s: %4$s
                    Unused: {type: string}
                """
                        .formatted(path, operationId, schema, content));
    }
}
