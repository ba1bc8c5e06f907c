package ma.jazari.k8s;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators make of an overlay's resources, as their documentation says. */
record Operators(Resources resources) {

    /** The labels of their pods. */
    List<Map<String, String>> pods() {
        return Stream.of(
                        clusters().map(name -> Map.of("cnpg.io/cluster", name)),
                        kafkas().map(name -> Map.of("strimzi.io/cluster", name)),
                        keycloaks().map(name -> Map.of("app", name)))
                .flatMap(labels -> labels)
                .toList();
    }

    /** The names of their services. */
    Set<String> services() {
        return Stream.of(
                        clusters().map(name -> name + "-rw"),
                        kafkas().map(name -> name + "-kafka-bootstrap"),
                        keycloaks().map(name -> name + "-service"))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** The keys of their secrets, by name. */
    Map<String, Set<String>> secrets() {
        return Stream.of(
                        clusters().map(name -> secret(name + "-app", "username", "password", "jdbc-uri")),
                        clusters().map(name -> secret(name + "-ca", "ca.crt")),
                        kafkas().map(name -> secret(name + "-cluster-ca-cert", "ca.crt", "ca.p12", "ca.password")),
                        names(resources.of(KafkaUser.class)).map(name -> secret(name, "password", "sasl.jaas.config")),
                        resources
                                .ofKind("Certificate")
                                .map(one -> secret(one.get("spec", "secretName"), "ca.crt", "tls.crt", "tls.key")),
                        resources.ofKind("ExternalSecret").map(Operators::external))
                .flatMap(secrets -> secrets)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, Set<String>> secret(String name, String... keys) {
        return Map.entry(name, Set.of(keys));
    }

    private static Map.Entry<String, Set<String>> external(GenericKubernetesResource secret) {
        List<Map<String, Object>> data = secret.get("spec", "data");
        return Map.entry(
                secret.get("spec", "target", "name"),
                data.stream().map(one -> (String) one.get("secretKey")).collect(Collectors.toSet()));
    }

    private Stream<String> clusters() {
        return names(resources.ofKind("Cluster"));
    }

    private Stream<String> kafkas() {
        return names(resources.of(Kafka.class));
    }

    private Stream<String> keycloaks() {
        return names(resources.ofKind("Keycloak"));
    }

    private static Stream<String> names(Stream<? extends HasMetadata> resources) {
        return resources.map(one -> one.getMetadata().getName());
    }
}
