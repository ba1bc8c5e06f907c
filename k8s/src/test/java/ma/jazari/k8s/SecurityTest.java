package ma.jazari.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pods may do what they need, and nobody reaches them but who has to. */
class SecurityTest {

    @ParameterizedTest
    @EnumSource
    void keeps_to_the_restricted_pod_security_standard(Overlay overlay) {
        var resources = Resources.of(overlay);

        assertThat(resources.of(Namespace.class))
                .allSatisfy(namespace -> assertThat(namespace.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
        for (var workload : resources.workloads()) {
            var pod = workload.pod().getSecurityContext();
            assertThat(pod.getRunAsNonRoot()).as(workload.name()).isTrue();
            assertThat(pod.getSeccompProfile().getType()).as(workload.name()).isEqualTo("RuntimeDefault");
            assertThat(workload.pod().getAutomountServiceAccountToken())
                    .as(workload.name())
                    .isFalse();
            assertThat(workload.containers()).as(workload.name()).allSatisfy(container -> {
                var may = container.getSecurityContext();
                assertThat(may.getAllowPrivilegeEscalation()).isFalse();
                assertThat(may.getReadOnlyRootFilesystem()).isTrue();
                assertThat(may.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(may.getCapabilities().getAdd()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_how_much_every_container_needs(Overlay overlay) {
        assertThat(Resources.of(overlay).workloads())
                .allSatisfy(workload -> assertThat(workload.containers()).allSatisfy(container -> {
                    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                    assertThat(container.getResources().getLimits()).containsKey("memory");
                }));
    }

    @ParameterizedTest
    @EnumSource
    void denies_what_no_network_policy_allows(Overlay overlay) {
        assertThat(Resources.of(overlay).of(NetworkPolicy.class)).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isEqualTo(List.of());
            assertThat(policy.getSpec().getEgress()).isEqualTo(List.of());
        });
    }
}
