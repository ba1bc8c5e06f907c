package ma.jazari.institutes.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.keycloak.KeycloakAdmin;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.Role;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Persons' accounts in Keycloak: whom they act for, and nothing else of those that are there already. An account acts for
 * the institutes in its attribute {@code institutes}, which administrators of the realm alone see and change, and in the
 * role {@code institute-admin}.
 */
@ApplicationScoped
class KeycloakAccounts {

    private static final Logger LOG = Logger.getLogger(KeycloakAccounts.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    // More than an institute may have: those whom somebody adds in Keycloak are shown, too.
    private static final int MOST_SHOWN = 1000;
    // What every account of the realm has.
    private static final Set<String> ORDINARY = Set.of("offline_access", "uma_authorization");
    private static final String DEFAULT_ROLES = "default-roles-";
    private static final List<String> PROFILE = List.of("username", "email", "firstName", "lastName");
    private static final List<String> ACTIONS = List.of("UPDATE_PASSWORD", "VERIFY_EMAIL");
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final KeycloakAdmin admin;
    private final AdministratorConfig config;

    KeycloakAccounts(AdministratorConfig config, ObjectMapper mapper, Clock clock) {
        this.admin = new KeycloakAdmin(config, mapper, clock);
        this.config = config;
    }

    boolean isOn() {
        return admin.isOn();
    }

    /** @throws Problem 503 that says what to configure */
    void requireOn() {
        admin.requireOn("Administrators of institutes", "jazari.institute-administrators.admin-secret");
    }

    Optional<Account> findByAddress(String address) {
        return accounts("/users?exact=true&briefRepresentation=false&email=" + KeycloakAdmin.encoded(address))
                .filter(account -> address.equalsIgnoreCase(account.email()))
                .findFirst();
    }

    Optional<Account> find(UUID id) {
        return representation(id).map(Account::of);
    }

    List<Account> administratorsOf(String instituteId) {
        var query = KeycloakAdmin.encoded(Account.INSTITUTES + ":" + instituteId);
        return accounts("/users?briefRepresentation=false&max=" + MOST_SHOWN + "&q=" + query)
                .filter(account -> account.administers(instituteId))
                .toList();
    }

    /**
     * An account without a password, which may do nothing yet.
     *
     * @throws Problem 400 where Keycloak does not take the address or the name
     */
    Account create(AdministratorRequest request) {
        var user = new HashMap<String, Object>();
        user.put("username", newUsername());
        user.put("email", request.address());
        user.put("enabled", true);
        user.put("emailVerified", false);
        user.put("attributes", Map.of("locale", List.of(request.locale())));
        putIfThere(user, "firstName", request.givenName());
        putIfThere(user, "lastName", request.familyName());
        var answer = admin.call("POST", "/users", user);
        if (answer.status() == BAD_REQUEST) {
            throw Problem.invalid("/email", "Keycloak does not take this address with this name");
        }
        if (answer.status() == CONFLICT) {
            throw Problem.conflict("Keycloak has an account with this address that cannot be invited. Ask whoever runs"
                    + " the registry.");
        }
        var location = KeycloakAdmin.checked(answer).location();
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        return new Account(id, request.address(), request.givenName(), request.familyName(), true, false, List.of());
    }

    /** Says nothing of the person: histories show it as the actor. One signs in by the address. */
    private static String newUsername() {
        var bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return "administrator-" + HexFormat.of().formatHex(bytes);
    }

    private static void putIfThere(Map<String, Object> user, String name, @Nullable String value) {
        if (value != null) {
            user.put(name, value);
        }
    }

    /** Its roles in the registry, those that it has through a group, too. */
    Set<String> roles(UUID id) {
        return stream(admin.get(rolePath(id) + "/composite"))
                .map(role -> role.path("name").asText())
                .filter(role -> !ORDINARY.contains(role) && !role.startsWith(DEFAULT_ROLES))
                .collect(Collectors.toSet());
    }

    /** Whether there is something that its owner signs in with. */
    boolean hasCredentials(UUID id) {
        return !admin.get("/users/" + id + "/credentials").isEmpty();
    }

    /** Lets it act for the institute, too. */
    void grant(Appointment appointment) {
        var id = appointment.accountId();
        var roles = rolePath(id);
        if (role(roles).isEmpty()) {
            var available = role(roles + "/available").orElseThrow(KeycloakAccounts::noRole);
            KeycloakAdmin.checked(admin.call("POST", roles, List.of(available)));
        }
        // Last, since an account with institutes and without the role is one that the role was taken from.
        change(id, institutes -> Stream.concat(institutes.stream(), Stream.of(appointment.instituteId()))
                .distinct()
                .toList());
    }

    /** Lets it act for the institute no more; also where it does not. */
    void revoke(Appointment appointment) {
        var id = appointment.accountId();
        var left = change(id, institutes -> institutes.stream()
                .filter(one -> !one.equals(appointment.instituteId()))
                .toList());
        if (left.isPresent() && left.get().isEmpty()) {
            var roles = rolePath(id);
            role(roles).ifPresent(held -> KeycloakAdmin.checked(admin.call("DELETE", roles, List.of(held))));
        }
    }

    /** Has Keycloak send the mail that sets a password; false where it does not. */
    boolean mail(UUID id) {
        var path = "/users/" + id + "/execute-actions-email?lifespan="
                + config.linkValidFor().toSeconds();
        try {
            var answer = admin.call(new KeycloakAdmin.Call("PUT", path, ACTIONS, config.mailTimeout()));
            if (answer.failed()) {
                LOG.warnf(
                        "Keycloak sent no mail to account %s: status %d. Has the realm a mail server?",
                        id, answer.status());
            }
            return !answer.failed();
        } catch (Problem e) {
            return false;
        }
    }

    /** The institutes that it acts for then; empty where there is no such account any more. */
    private Optional<List<String>> change(UUID id, UnaryOperator<List<String>> change) {
        return representation(id).map(user -> {
            var before = Account.of(user).institutes();
            var after = change.apply(before);
            if (!after.equals(before)) {
                KeycloakAdmin.checked(admin.call("PUT", "/users/" + id, with(user, after)));
            }
            return after;
        });
    }

    /** Keycloak empties what of a profile is not said with its attributes, and leaves the rest of an account alone. */
    private static Map<String, Object> with(JsonNode user, List<String> institutes) {
        var changed = new HashMap<String, Object>();
        PROFILE.stream().filter(user::hasNonNull).forEach(name -> changed.put(name, user.get(name)));
        var attributes = new HashMap<String, Object>();
        user.path("attributes").properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        attributes.put(Account.INSTITUTES, institutes);
        changed.put("attributes", attributes);
        return changed;
    }

    private Optional<JsonNode> representation(UUID id) {
        var answer = admin.call("GET", "/users/" + id, null);
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(admin.json(KeycloakAdmin.checked(answer).body()));
    }

    private static String rolePath(UUID id) {
        return "/users/" + id + "/role-mappings/realm";
    }

    private Optional<JsonNode> role(String path) {
        return stream(admin.get(path))
                .filter(role -> role.path("name").asText().equals(Role.INSTITUTE_ADMIN))
                .findFirst();
    }

    private static Problem noRole() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "The realm has no role " + Role.INSTITUTE_ADMIN + " that the registry may give. See keycloak/.");
    }

    private Stream<Account> accounts(String path) {
        // Those of a federated directory have other ids, and are kept there.
        return stream(admin.get(path))
                .filter(user -> user.path("id").asText().matches(Uuids.PATTERN))
                .map(Account::of);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
