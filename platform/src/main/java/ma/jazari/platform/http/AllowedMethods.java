package ma.jazari.platform.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may be done at a path: the header Allow that a 405 has to have (RFC 9110, 15.5.6), and Quarkus leaves out. */
@Singleton
public class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*([^{}]+?)\\s*)?}");

    private final BeanManager beans;
    private volatile List<Operation> operations = List.of();

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    private record Operation(Pattern path, String method) {}

    /**
     * The methods with commas between them; empty where there is nothing.
     *
     * @param path as it was asked for, with its slash in front
     */
    public Optional<String> at(String path) {
        var methods = methods(path);
        return methods.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", methods));
    }

    /** Whether there is something at the path, and not with this method. */
    public boolean excludes(String method, String path) {
        var methods = methods(path);
        return !methods.isEmpty() && !methods.contains(method);
    }

    private Set<String> methods(String path) {
        var methods = new TreeSet<String>();
        operations().stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .forEach(operation -> methods.add(operation.method()));
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private List<Operation> operations() {
        if (operations.isEmpty()) {
            operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .distinct()
                    .flatMap(AllowedMethods::of)
                    .toList();
        }
        return operations;
    }

    private static Stream<Operation> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method ->
                        httpMethod(method).map(name -> new Operation(pattern(resource, method), name)).stream());
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Pattern pattern(Class<?> resource, Method method) {
        var template = template(resource) + template(method);
        var pattern = new StringBuilder();
        var parameter = PARAMETER.matcher(template);
        int end = 0;
        while (parameter.find()) {
            pattern.append(Pattern.quote(template.substring(end, parameter.start())));
            pattern.append(Objects.requireNonNullElse(parameter.group(1), "[^/]+"));
            end = parameter.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(end)) + "/?");
    }

    private static String template(AnnotatedElement place) {
        var path = place.getAnnotation(Path.class);
        var text = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return text.isEmpty() ? "" : "/" + text;
    }
}
