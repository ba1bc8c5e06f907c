package ma.jazari.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that runs pods.
 *
 * @param selectors by which it finds its own; none for a job
 */
record Workload(String name, PodTemplateSpec template, List<LabelSelector> selectors) {

    Workload {
        selectors = List.copyOf(selectors);
    }

    static Stream<Workload> of(HasMetadata resource) {
        return switch (resource) {
            case Deployment deployment ->
                Stream.of(new Workload(
                        name(resource),
                        deployment.getSpec().getTemplate(),
                        List.of(deployment.getSpec().getSelector())));
            case StatefulSet set ->
                Stream.of(new Workload(
                        name(resource),
                        set.getSpec().getTemplate(),
                        List.of(set.getSpec().getSelector())));
            case Job job -> Stream.of(new Workload(name(resource), job.getSpec().getTemplate(), List.of()));
            default -> Stream.empty();
        };
    }

    private static String name(HasMetadata resource) {
        return resource.getMetadata().getName();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    List<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream())
                .toList();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    Set<String> portNames() {
        return containers().stream()
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getName())
                .collect(Collectors.toSet());
    }

    boolean isSelectedBy(LabelSelector selector) {
        return isSelected(labels(), selector);
    }

    static boolean isSelected(Map<String, String> labels, LabelSelector selector) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> switch (expression.getOperator()) {
                    case "In" -> expression.getValues().contains(labels.getOrDefault(expression.getKey(), ""));
                    case "Exists" -> labels.containsKey(expression.getKey());
                    default -> throw new IllegalArgumentException("operator " + expression.getOperator());
                });
    }
}
