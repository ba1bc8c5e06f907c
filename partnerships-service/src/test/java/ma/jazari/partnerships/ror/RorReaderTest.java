package ma.jazari.partnerships.ror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import ma.jazari.partnerships.partner.PartnerStatus;
import ma.jazari.partnerships.partner.PartnerType;
import ma.jazari.partnerships.provenance.RorStatement;
import ma.jazari.partnerships.rorimport.RorFixture;
import ma.jazari.platform.json.JsonBinder;
import ma.jazari.platform.problem.Violation;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.record.ExternalId;
import ma.jazari.platform.record.Link.LinkType;
import ma.jazari.platform.record.Location;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.NameType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RorReaderTest {

    private static final String ID = "https://ror.org/03ckf5b20";
    private static final String RECORD = RorFixture.record(ID, "Scientific Institute of Rabat");

    private final RorReader reader = new RorReader(
            new JsonBinder(Validation.buildDefaultValidatorFactory().getValidator()));
    private final Violations violations = new Violations();

    private Optional<RorStatement> read(String record) {
        return reader.read(record.getBytes(StandardCharsets.UTF_8), violations);
    }

    private RorStatement readSound(String record) {
        var statement = read(record);
        assertThat(violations.all()).isEmpty();
        return statement.orElseThrow();
    }

    @Test
    void reads_what_a_partner_is_made_of() {
        var statement = readSound(RECORD);

        assertThat(statement.rorId()).isEqualTo(ID);
        assertThat(statement.recordDate()).isEqualTo(LocalDate.of(2024, 1, 1));
        var fields = statement.fields();
        assertThat(fields.country()).isEqualTo("MA");
        assertThat(fields.location()).isEqualTo(new Location("Rabat", null, 34.01325, -6.83255, 2538475L));
        assertThat(fields.links())
                .extracting("type", "url")
                .containsExactly(tuple(LinkType.WEBSITE, "http://www.example.ma/"));
        assertThat(fields.externalIds()).containsExactly(new ExternalId(ExternalId.Scheme.ROR, ID, true));
    }

    @ParameterizedTest
    @CsvSource({
        "education, UNIVERSITY", "government, GOVERNMENT", "company, COMPANY", "nonprofit, NGO", "facility, RESEARCH",
        "healthcare, OTHER", "archive, OTHER", "funder, OTHER", "other, OTHER", "brewery, OTHER",
        "funder;education, UNIVERSITY", "government;facility, RESEARCH", "nonprofit;government, GOVERNMENT",
    })
    void knows_what_kind_of_organisation_it_is(String types, PartnerType type) {
        var record = RECORD.replace("[\"education\"]", "[\"" + types.replace(";", "\",\"") + "\"]");

        assertThat(readSound(record).fields().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"active, ACTIVE", "inactive, INACTIVE", "withdrawn, INACTIVE"})
    void knows_whether_it_is_there(String status, PartnerStatus expected) {
        assertThat(readSound(RECORD.replace("\"active\"", "\"" + status + "\""))
                        .fields()
                        .status())
                .isEqualTo(expected);
    }

    @Test
    void shows_one_name_in_each_language_and_keeps_the_others() {
        var names =
                """
                [{"value":"IRESEN","types":["acronym"],"lang":null},
                 {"value":"Institut de Recherche","types":["label"],"lang":"fr"},
                 {"value":"Institut de la Recherche","types":["label"],"lang":"fr"},
                 {"value":" Research Institute ","types":["ror_display","label"],"lang":"en"},
                 {"value":"Research Institute","types":["alias"],"lang":"en"},
                 {"value":"The Institute","types":["label"],"lang":"en"},
                 {"value":"RI","types":["acronym","label"],"lang":"de"},
                 {"value":"Old Institute","types":["alias"],"lang":null},
                 {"value":"  ","types":["alias"],"lang":null}]""";

        var fields = readSound(RECORD.replaceFirst("\\[\\{\"value.*?}]", names)).fields();

        assertThat(fields.names())
                .extracting(Name::value, Name::lang, Name::type)
                .containsExactly(
                        tuple("Research Institute", "en", NameType.DISPLAY),
                        tuple("IRESEN", "und", NameType.ACRONYM),
                        tuple("Institut de Recherche", "fr", NameType.DISPLAY),
                        tuple("Institut de la Recherche", "fr", NameType.ALIAS),
                        tuple("The Institute", "en", NameType.ALIAS),
                        tuple("RI", "de", NameType.DISPLAY),
                        tuple("Old Institute", "und", NameType.ALIAS),
                        tuple("RI", "de", NameType.ACRONYM));
    }

    @Test
    void keeps_ids_of_other_registries_and_which_is_preferred() {
        var ids =
                """
                "external_ids":[{"type":"isni","all":["0000 0001 2097 1398"],"preferred":null},
                 {"type":"fundref","all":["100013009","100013010"],"preferred":"100013010"},
                 {"type":"grid","all":["grid.418106.a","not a grid id"],"preferred":"grid.418106.a"},
                 {"type":"ringgold","all":["12345"],"preferred":null}]""";

        var fields = readSound(RECORD.replace("\"external_ids\":[]", ids)).fields();

        assertThat(fields.externalIds())
                .extracting(id -> id.scheme().name(), ExternalId::value, ExternalId::preferred)
                .containsExactly(
                        tuple("ROR", ID, true),
                        tuple("ISNI", "0000 0001 2097 1398", null),
                        tuple("FUNDREF", "100013009", null),
                        tuple("FUNDREF", "100013010", true),
                        tuple("GRID", "grid.418106.a", true),
                        tuple("OTHER", "not a grid id", null),
                        tuple("OTHER", "12345", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    03ckf5b20 | 03ckf5b21 | /id
                    "active" | "closed" | /status
                    "country_code":"MA" | "country_code":null | /locations/0/geonames_details/country_code
                    "country_code":"MA" | "country_code":"QQ" | /country
                    2024-01-01 | last year | /admin/last_modified/date
                    "lat":34.01325 | "lat":134.01325 | /location/lat
                    "names":[{ | "names":[],"x":[{ | /names
                    "names":[{ | "names":5,"x":[{ | /names
                    http://www | ftp://www | /links/0/url
                    "domains":[] | "domains":["not a domain"] | /domains/0
                    """)
    void says_what_is_wrong_with_a_record(String from, String to, String pointer) {
        assertThat(read(RECORD.replace(from, to))).isEmpty();

        assertThat(violations.all()).extracting(Violation::pointer).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"id": "x"
                    [1]
                    null
                    "text"
                    {} {}
                    """)
    void refuses_what_is_no_record(String text) {
        assertThat(read(text)).isEmpty();

        assertThat(violations.all()).isNotEmpty();
    }

    @Test
    void passes_over_what_ror_adds_to_its_schema() {
        assertThat(readSound(RECORD.replaceFirst("\\{", "{\"new\":{\"a\":[1]},"))
                        .rorId())
                .isEqualTo(ID);
    }
}
