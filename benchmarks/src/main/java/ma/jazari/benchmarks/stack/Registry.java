package ma.jazari.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import ma.jazari.benchmarks.BenchmarkException;
import ma.jazari.localstack.PostgresAdmin;
import ma.jazari.localstack.keycloak.Tokens;
import ma.jazari.localstack.process.ProcessIdentity;
import ma.jazari.localstack.process.ResidentMemory;
import ma.jazari.localstack.run.PartRecord;
import ma.jazari.localstack.run.RunFiles;
import ma.jazari.localstack.run.Secrets;
import ma.jazari.localstack.stack.StackOptions;

/** The registry that is measured, and how to reach its parts. */
public record Registry(StackOptions options) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTITUTES = "/v1/institutes";
    private static final String CONVENTIONS = "/v1/conventions";

    /** The collection of institutes, straight at its service. */
    public URI institutesDirect() {
        return URI.create("http://127.0.0.1:" + options.ports().institutes() + INSTITUTES);
    }

    /** The collection of institutes, where clients find it. */
    public URI institutesAtGateway() {
        return atGateway(INSTITUTES);
    }

    /** The collection of partners, straight at its service. */
    public URI partnersDirect() {
        return URI.create("http://127.0.0.1:" + options.ports().partnerships() + "/v1/partners");
    }

    /** The collection of conventions, straight at its service. */
    public URI conventionsDirect() {
        return URI.create("http://127.0.0.1:" + options.ports().partnerships() + CONVENTIONS);
    }

    /** The collection of conventions, where clients find it. */
    public URI conventionsAtGateway() {
        return atGateway(CONVENTIONS);
    }

    /** A path of events-service, straight at it. */
    public URI eventsDirect(String path) {
        return URI.create("http://127.0.0.1:" + options.ports().events() + path);
    }

    /** A path where clients find it. */
    public URI atGateway(String path) {
        return URI.create("http://127.0.0.1:" + options.ports().gateway() + path);
    }

    /** A fresh token of the network administrator. */
    public String token() {
        return new Tokens(options.keycloakUrl(), options.root().resolve("keycloak")).of("root-admin");
    }

    /** Who issues the tokens. */
    public URI issuer() {
        return URI.create(options.keycloakUrl() + "/realms/jazari");
    }

    public String kafka() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/" + database;
        return DriverManager.getConnection(url, "postgres", superuserPassword());
    }

    public PostgresAdmin postgres() {
        return new PostgresAdmin(options.ports().postgres(), superuserPassword());
    }

    private String superuserPassword() {
        return new Secrets(options.state()).get("postgres-superuser");
    }

    /** The options of institutes-service's JVM; empty where the operating system does not tell. */
    public List<String> serviceJavaOptions() {
        return new RunFiles(options.state())
                .part("institutes-service")
                .map(PartRecord::identity)
                .flatMap(ProcessIdentity::find)
                .flatMap(process -> process.info().arguments())
                .map(arguments -> Arrays.stream(arguments)
                        .filter(argument -> argument.startsWith("-X"))
                        .toList())
                .orElse(List.of());
    }

    /** What institutes-service holds in memory, in bytes; 0 where the operating system does not tell. */
    public long serviceMemory() {
        return memoryOf("institutes-service");
    }

    /** What a part holds in memory, in bytes; 0 where the operating system does not tell. */
    public long memoryOf(String part) {
        return new RunFiles(options.state())
                .part(part)
                .map(PartRecord::identity)
                .flatMap(ProcessIdentity::find)
                .map(ResidentMemory::bytesOf)
                .orElse(0L);
    }

    /** The id of a public institute, one of the samples. */
    public String anInstitute() throws InterruptedException {
        return first(URI.create(institutesDirect() + "?status=ACTIVE&kind=INSTITUTE&limit=1"));
    }

    /** The id of a university that is a partner, one of the samples. */
    public String aUniversity() throws InterruptedException {
        return first(URI.create(partnersDirect() + "?status=ACTIVE&type=UNIVERSITY&limit=1"));
    }

    private static String first(URI query) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString());
            var id = JSON.readTree(answer.body()).path("items").path(0).path("id");
            if (id.isMissingNode()) {
                throw new BenchmarkException(
                        query + " finds nothing; it was answered: " + answer.statusCode() + " " + answer.body());
            }
            return id.asText();
        } catch (IOException failure) {
            throw new BenchmarkException(query + " is not answered: " + failure, failure);
        }
    }

    /** The id in the representation of a record. */
    public static String idIn(Buffer representation) {
        try {
            JsonNode tree = JSON.readTree(representation.getBytes());
            return tree.required("id").asText();
        } catch (IOException failure) {
            throw new BenchmarkException("An answer is no JSON: " + representation, failure);
        }
    }
}
