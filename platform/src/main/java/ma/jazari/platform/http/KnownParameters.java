package ma.jazari.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.WrittenText;

/** Refuses query parameters that the operation does not know: a misspelt filter must not answer with everything. */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    private static final Set<String> EVERYWHERE = Set.of("lang", "fields");

    private final ResourceInfo resource;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters().keySet();
        var method = resource.getResourceMethod();
        if (given.isEmpty() || method == null) {
            return;
        }
        var allowed = known.computeIfAbsent(method, KnownParameters::of);
        var violations = new Violations();
        given.stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> violations.add(name, "is not a parameter of this operation; known are " + allowed));
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(WrittenText::hasControl)) {
                violations.add(name, "must not hold control characters");
            }
        });
        violations.throwIfAny();
    }

    private static Set<String> of(Method method) {
        return Stream.concat(
                        EVERYWHERE.stream(),
                        Arrays.stream(method.getParameters()).flatMap(KnownParameters::names))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(Parameter parameter) {
        var query = parameter.getAnnotation(QueryParam.class);
        return query != null ? Stream.of(query.value()) : namesIn(parameter.getType());
    }

    private static Stream<String> namesIn(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, Objects::nonNull, Class::getSuperclass)
                .filter(type -> type.getName().startsWith("ma.jazari."))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .map((Field field) -> field.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value);
    }
}
