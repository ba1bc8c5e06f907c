package ma.jazari.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import ma.jazari.contracts.ContractFiles;
import ma.jazari.contracts.Yaml;
import ma.jazari.gateway.network.GatewayTest;
import ma.jazari.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PublicPagesTest extends GatewayTest {

    @Test
    void serves_the_same_description_as_yaml_and_as_json() {
        var yaml = given().get("/openapi.yaml")
                .then()
                .contentType("application/yaml")
                .extract()
                .asString();
        var json = given().get("/openapi.json")
                .then()
                .contentType("application/json")
                .extract()
                .asString();

        assertThat(Yaml.read(yaml)).isEqualTo(Yaml.read(json));
        assertThat(Yaml.read(yaml).at("/info/title").asText()).isEqualTo("Jazari Registry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi.yaml",
                "/openapi.json",
                "/asyncapi.yaml",
                "/docs",
                "/docs/reader.js",
                "/schemas/institute.v1.json",
                "/schemas/change-suggestion.v1.json",
                "/schemas/programme.v1.json",
                "/schemas/measurement.v1.json",
                "/problems/not-found"
            })
    void answers_304_to_whoever_has_it(String path) {
        var tag = given().get(path).header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        given().header("If-None-Match", "\"another\"").get(path).then().statusCode(200);
    }

    @Test
    void serves_the_description_of_the_messages_with_all_schemas_in_it() {
        var description = Yaml.read(given().get("/asyncapi.yaml")
                .then()
                .contentType("application/yaml")
                .extract()
                .asString());

        assertThat(description.path("asyncapi").asText()).startsWith("3.");
        assertThat(description.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        description.findValues("ce_dataschema").forEach(schema -> given().get(
                        schema.path("const").asText("/schemas/webhook.v1.json"))
                .then()
                .statusCode(200));
    }

    @Test
    void shows_every_guide_and_the_way_from_one_to_another() throws IOException {
        var list = given().get("/docs/guides").then().statusCode(200).extract().asString();

        try (var files = Files.list(ContractFiles.folder("..").resolve("docs/guides"))) {
            var names = files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .toList();
            assertThat(GuidePages.NAMES).containsAll(names);
            names.forEach(name -> assertThat(list).contains("href=\"/docs/guides/" + name + "\""));
            names.forEach(this::leadsNowhereElse);
        }
    }

    private void leadsNowhereElse(String guide) {
        var page = given().get("/docs/guides/" + guide)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains("<h1 id=").doesNotContain("{content}", ".md\"", "<script");
        Pattern.compile("href=\"(/docs/guides/[a-z-]+)(?:#([^\"]*))?\"")
                .matcher(page)
                .results()
                .forEach(link -> {
                    var target = given().get(link.group(1))
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
                    if (link.group(2) != null) {
                        assertThat(target).as(guide).contains("id=\"" + link.group(2) + "\"");
                    }
                });
    }

    @Test
    void opens_with_the_reader() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", equalTo("/docs"));
        given().get("/docs").then().contentType("text/html").body(containsString("<title>Jazari Registry</title>"));
    }

    @Test
    void loads_nothing_from_elsewhere_and_runs_no_script_in_the_page() {
        var page = given().get("/docs").asString();

        assertThat(page).doesNotContain("http", "//").doesNotContainPattern("<script>| on[a-z]+=");
        Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(link -> given().get(link.group(1)).then().statusCode(200));
        assertThat(given().get("/docs").header("Content-Security-Policy")).contains("script-src 'self';");
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explains_every_problem_to_people_and_to_programs(ProblemType type) {
        given().header("Accept", "text/html")
                .get(type.uri())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString(type.title()));
        given().header("Accept", "application/json")
                .get(type.uri())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("explanation", equalTo(type.explanation()));
    }

    @Test
    void lists_the_problems() {
        given().get("/problems").then().contentType("text/html").body(containsString("/problems/not-found"));
        given().header("Accept", "application/json")
                .get("/problems")
                .then()
                .body("items", hasSize(ProblemType.values().length));
    }

    @Test
    void knows_no_other_pages() {
        given().get("/problems/nothing").then().statusCode(404).contentType("application/problem+json");
        given().get("/docs/nothing.js").then().statusCode(404).contentType("application/problem+json");
        given().get("/openapi").then().statusCode(404).body(not(containsString("openapi:")));
    }

    @Test
    void can_only_be_read() {
        given().post("/openapi.yaml").then().statusCode(405).header("Allow", containsString("GET"));
    }
}
