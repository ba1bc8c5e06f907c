package ma.jazari.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a resource says of another one holds: a name, a key, a label, a port. */
class ReferencesTest {

    private static final Pattern HOST = Pattern.compile("(?:^|//)([a-z0-9.-]+):[0-9]+");

    @ParameterizedTest
    @EnumSource
    void finds_pods_by_every_selector(Overlay overlay) {
        var resources = Resources.of(overlay);
        var workloads = resources.workloads();

        assertThat(workloads)
                .allSatisfy(workload -> assertThat(workload.selectors()).allMatch(workload::isSelectedBy));
        assertThat(resources.of(Service.class))
                .allSatisfy(service -> assertThat(behind(service, workloads)).hasSize(1));
        assertThat(resources.of(PodDisruptionBudget.class)).allSatisfy(budget -> assertThat(workloads)
                .filteredOn(workload -> workload.isSelectedBy(budget.getSpec().getSelector()))
                .hasSize(1));
        assertThat(resources.of(HorizontalPodAutoscaler.class)).allSatisfy(scaler -> assertThat(resources.find(
                        Deployment.class, scaler.getSpec().getScaleTargetRef().getName()))
                .isPresent());
        assertThat(resources.of(StatefulSet.class)).allSatisfy(set -> assertThat(
                        resources.find(Service.class, set.getSpec().getServiceName()))
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void finds_pods_by_every_selector_of_a_network_policy(Overlay overlay) {
        var resources = Resources.of(overlay);
        var pods = Stream.concat(
                        resources.workloads().stream().map(Workload::labels), new Operators(resources).pods().stream())
                .toList();

        for (var policy : resources.of(NetworkPolicy.class).toList()) {
            assertThat(pods)
                    .as(policy.getMetadata().getName())
                    .anyMatch(labels ->
                            Workload.isSelected(labels, policy.getSpec().getPodSelector()));
            var peers = Stream.concat(
                    policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                    policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
            assertThat(peers.filter(peer -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null))
                    .as(policy.getMetadata().getName())
                    .allMatch(peer ->
                            pods.stream().anyMatch(labels -> Workload.isSelected(labels, peer.getPodSelector())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_every_port(Overlay overlay) {
        var resources = Resources.of(overlay);
        var workloads = resources.workloads();

        for (var service : resources.of(Service.class).toList()) {
            var ports = behind(service, workloads).getFirst().portNames();
            assertThat(service.getSpec().getPorts())
                    .as(service.getMetadata().getName())
                    .allSatisfy(port ->
                            assertThat(ports).contains(port.getTargetPort().getStrVal()));
        }
        for (var workload : workloads) {
            assertThat(probes(workload).map(ReferencesTest::port).filter(Objects::nonNull))
                    .as(workload.name())
                    .allMatch(port -> workload.portNames().contains(port.getStrVal()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_every_port_that_a_network_policy_lets_in(Overlay overlay) {
        var resources = Resources.of(overlay);

        for (var policy : resources.of(NetworkPolicy.class).toList()) {
            var there = resources.workloads().stream()
                    .filter(workload -> workload.isSelectedBy(policy.getSpec().getPodSelector()))
                    .flatMap(workload -> workload.portNames().stream())
                    .collect(Collectors.toSet());
            var named = policy.getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .map(port -> port.getPort().getStrVal());
            assertThat(named).as(policy.getMetadata().getName()).allMatch(there::contains);
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_every_secret_and_setting(Overlay overlay) {
        var resources = Resources.of(overlay);

        for (var workload : resources.workloads()) {
            assertThat(workload.containers().stream().flatMap(container -> container.getEnvFrom().stream()))
                    .as(workload.name())
                    .allMatch(source -> isThere(resources, source));
            assertThat(workload.containers().stream().flatMap(container -> container.getEnv().stream()))
                    .as(workload.name())
                    .allMatch(variable -> isThere(resources, variable));
            assertThat(workload.pod().getVolumes().stream().flatMap(ReferencesTest::secrets))
                    .as(workload.name())
                    .allSatisfy(secret -> assertThat(keys(resources, secret.getName()))
                            .containsAll(secret.getItems().stream()
                                    .map(KeyToPath::getKey)
                                    .toList()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_every_volume_and_account(Overlay overlay) {
        var resources = Resources.of(overlay);

        for (var workload : resources.workloads()) {
            var volumes = Stream.concat(
                            workload.pod().getVolumes().stream().map(Volume::getName), claims(resources, workload))
                    .collect(Collectors.toSet());
            assertThat(workload.containers().stream()
                            .flatMap(container -> container.getVolumeMounts().stream())
                            .map(VolumeMount::getName))
                    .as(workload.name())
                    .allMatch(volumes::contains);
            var account = workload.pod().getServiceAccountName();
            assertThat(account == null
                            || resources.find(ServiceAccount.class, account).isPresent())
                    .as(workload.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_every_host_of_a_setting(Overlay overlay) {
        var resources = Resources.of(overlay);
        var hosts = Stream.concat(
                        resources.of(Service.class).map(service -> service.getMetadata()
                                .getName()),
                        new Operators(resources).services().stream())
                .collect(Collectors.toSet());

        var named = resources
                .of(ConfigMap.class)
                .flatMap(settings -> settings.getData().values().stream())
                .flatMap(value -> HOST.matcher(value).results())
                .map(match -> match.group(1))
                // Those with a dot are outside.
                .filter(host -> !host.contains(".") && !host.equals("localhost"))
                .toList();

        assertThat(named).isNotEmpty().allMatch(hosts::contains);
    }

    private static List<Workload> behind(Service service, Collection<Workload> workloads) {
        return workloads.stream()
                .filter(workload -> workload.labels()
                        .entrySet()
                        .containsAll(service.getSpec().getSelector().entrySet()))
                .toList();
    }

    private static Stream<Probe> probes(Workload workload) {
        return workload.containers().stream()
                .flatMap(container -> Stream.of(
                        container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()))
                .filter(Objects::nonNull);
    }

    private static @Nullable IntOrString port(Probe probe) {
        if (probe.getHttpGet() != null) {
            return probe.getHttpGet().getPort();
        }
        return probe.getTcpSocket() == null ? null : probe.getTcpSocket().getPort();
    }

    private static boolean isThere(Resources resources, EnvFromSource source) {
        return source.getSecretRef() == null
                ? resources
                        .find(ConfigMap.class, source.getConfigMapRef().getName())
                        .isPresent()
                : !keys(resources, source.getSecretRef().getName()).isEmpty();
    }

    private static boolean isThere(Resources resources, EnvVar variable) {
        return variable.getValueFrom() == null
                || keys(resources, variable.getValueFrom().getSecretKeyRef().getName())
                        .contains(variable.getValueFrom().getSecretKeyRef().getKey());
    }

    private static Stream<SecretProjection> secrets(Volume volume) {
        var whole = Optional.ofNullable(volume.getSecret())
                .map(secret -> new SecretProjection(secret.getItems(), secret.getSecretName(), secret.getOptional()));
        var projected = Optional.ofNullable(volume.getProjected()).stream()
                .flatMap(sources -> sources.getSources().stream())
                .map(source -> source.getSecret())
                .filter(Objects::nonNull);
        return Stream.concat(whole.stream(), projected);
    }

    private static Set<String> keys(Resources resources, String secret) {
        return resources
                .find(Secret.class, secret)
                .map(found -> found.getData().keySet())
                .or(() -> Optional.ofNullable(new Operators(resources).secrets().get(secret)))
                .orElseThrow(() -> new AssertionError("There is no secret " + secret));
    }

    private static Stream<String> claims(Resources resources, Workload workload) {
        return resources.find(StatefulSet.class, workload.name()).stream()
                .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                .map(claim -> claim.getMetadata().getName());
    }
}
