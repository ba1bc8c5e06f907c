package ma.jazari.institutes.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.jazari.platform.test.FakeKeycloak;

/** The part of Keycloak's admin API that keeps users, their roles and their attributes. Nothing else is answered. */
public final class FakeAccounts extends FakeKeycloak {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = REALM + "/users";
    private static final Pattern USER = Pattern.compile(USERS + "/([0-9a-f-]{36})(/.*)?");
    private static final List<String> ROLES = List.of("institute-admin", "network-admin", "auditor", "partner");

    final Map<String, Person> people = new ConcurrentHashMap<>();
    /** Whom mails were sent to, by address. */
    final List<String> mails = new CopyOnWriteArrayList<>();

    volatile boolean hasMailServer = true;
    /** A request whose method and path match this is answered 500. */
    volatile String fails = "";

    public FakeAccounts() {
        super("jazari.institute-administrators");
    }

    /** An account as Keycloak has it. */
    static final class Person {
        final String id = UUID.randomUUID().toString();
        final ObjectNode user = JSON.createObjectNode().put("id", id).put("enabled", true);
        final List<String> roles = new CopyOnWriteArrayList<>(List.of("default-roles-jazari"));
        volatile boolean hasPassword;

        List<String> institutes() {
            return texts(user.path("attributes").path("institutes"));
        }
    }

    /** Somebody who has signed in already. */
    Person person(String address, String... roles) {
        var person = new Person();
        person.user.put("username", address).put("email", address).put("emailVerified", true);
        person.user.put("firstName", "Amina").put("lastName", "El Fassi");
        person.user.putObject("attributes").putArray("locale").add("ar");
        person.roles.addAll(List.of(roles));
        person.hasPassword = true;
        people.put(person.id, person);
        return person;
    }

    /** An administrator of these institutes who was added in Keycloak itself. */
    Person administrator(String address, String... institutes) {
        var person = person(address, "institute-admin");
        var attribute = ((ObjectNode) person.user.path("attributes")).putArray("institutes");
        Arrays.stream(institutes).forEach(attribute::add);
        return person;
    }

    Person withAddress(String address) {
        return people.values().stream()
                .filter(person -> person.user.path("email").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    boolean knows(String address) {
        return people.values().stream()
                .anyMatch(person -> person.user.path("email").asText().equals(address));
    }

    @Override
    public Map<String, String> start() {
        return start(
                "/users",
                Map.of(
                        "most-per-institute", "5",
                        "most-invited-a-day", "6",
                        "sweep-every", "1s",
                        "given-up-after", "PT3S"));
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if ((method + " " + path).matches(fails)) {
            answer(exchange, 500, "{}");
        } else if (path.equals(USERS)) {
            all(exchange, method, body);
        } else {
            var matcher = USER.matcher(path);
            var person = matcher.matches() ? people.get(matcher.group(1)) : null;
            if (person == null) {
                answer(exchange, 404, "{}");
            } else {
                one(exchange, method + " " + (matcher.group(2) == null ? "" : matcher.group(2)), person, body);
            }
        }
    }

    private void all(HttpExchange exchange, String method, JsonNode body) throws IOException {
        if (method.equals("POST")) {
            create(exchange, (ObjectNode) body);
            return;
        }
        var query = query(exchange);
        var found = people.values().stream()
                .filter(person -> !query.containsKey("email")
                        || person.user.path("email").asText().equals(query.get("email")))
                .filter(person -> !query.containsKey("q")
                        || person.institutes().contains(query.get("q").replace("institutes:", "")))
                .map(person -> person.user)
                .toList();
        answer(exchange, 200, JSON.writeValueAsString(found));
    }

    private synchronized void create(HttpExchange exchange, ObjectNode user) throws IOException {
        if (knows(user.path("email").asText())) {
            answer(exchange, 409, "{}");
            return;
        }
        var person = new Person();
        person.user.setAll(user);
        people.put(person.id, person);
        exchange.getResponseHeaders().add("Location", "http://localhost" + USERS + "/" + person.id);
        answer(exchange, 201, "");
    }

    private void one(HttpExchange exchange, String what, Person person, JsonNode body) throws IOException {
        switch (what) {
            case "GET " -> answer(exchange, 200, person.user.toString());
            case "PUT " -> {
                replace(person, body);
                answer(exchange, 204, "");
            }
            case "GET /credentials" -> answer(exchange, 200, person.hasPassword ? "[{\"type\": \"password\"}]" : "[]");
            case "GET /role-mappings/realm/composite" ->
                answer(
                        exchange,
                        200,
                        roles(Stream.concat(person.roles.stream(), Stream.of("offline_access", "uma_authorization"))
                                        .toList())
                                .toString());
            case "GET /role-mappings/realm" ->
                answer(exchange, 200, roles(person.roles).toString());
            case "GET /role-mappings/realm/available" ->
                answer(
                        exchange,
                        200,
                        roles(ROLES.stream()
                                        .filter(role -> !person.roles.contains(role))
                                        .toList())
                                .toString());
            case "POST /role-mappings/realm" -> {
                person.roles.addAll(checkedRoles(body));
                answer(exchange, 204, "");
            }
            case "DELETE /role-mappings/realm" -> {
                person.roles.removeAll(checkedRoles(body));
                answer(exchange, 204, "");
            }
            case "PUT /execute-actions-email" -> mail(exchange, person, body);
            default -> answer(exchange, 405, "{}");
        }
    }

    /** As Keycloak does it: with attributes, the profile is what the request says, and no more; the rest is kept. */
    private static void replace(Person person, JsonNode body) {
        if (body.has("attributes")) {
            person.user.remove(List.of("email", "firstName", "lastName", "attributes"));
        }
        person.user.setAll((ObjectNode) body);
    }

    private void mail(HttpExchange exchange, Person person, JsonNode actions) throws IOException {
        if (hasMailServer && texts(actions).equals(List.of("UPDATE_PASSWORD", "VERIFY_EMAIL"))) {
            mails.add(person.user.path("email").asText());
            answer(exchange, 204, "");
        } else {
            answer(exchange, 500, "{\"errorMessage\": \"Failed to send execute actions email\"}");
        }
    }

    private static ArrayNode roles(List<String> names) {
        var roles = JSON.createArrayNode();
        names.forEach(name -> roles.addObject().put("id", "id-of-" + name).put("name", name));
        return roles;
    }

    /** Keycloak wants the id of a role, too. */
    private static List<String> checkedRoles(JsonNode roles) {
        var names = new ArrayList<String>();
        roles.forEach(role -> {
            if (role.path("id").asText().equals("id-of-" + role.path("name").asText())) {
                names.add(role.path("name").asText());
            }
        });
        return names;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        for (var parameter : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            var parts = parameter.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
