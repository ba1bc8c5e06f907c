package ma.jazari.platform.text;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The languages that the caller wants names in, best first: {@code ?lang=}, else Accept-Language, then fr, ar, en. */
@RequestScoped
public class Languages {

    /** What texts are looked for in where they are not in a language that is wanted. */
    public static final List<String> FALLBACK = List.of("fr", "ar", "en");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private final CurrentVertxRequest request;
    private @Nullable List<String> preferred;

    Languages(CurrentVertxRequest request) {
        this.request = request;
    }

    /** @throws Problem 400 for a {@code lang} that is no language tag */
    public List<String> preferred() {
        if (preferred == null) {
            var wanted = new ArrayList<>(asked());
            wanted.addAll(FALLBACK);
            preferred = wanted.stream().distinct().toList();
        }
        return preferred;
    }

    private List<String> asked() {
        var http = request.getCurrent().request();
        var lang = http.getParam("lang");
        if (lang == null) {
            return accepted(http.getHeader("Accept-Language"));
        }
        if (!TAG.matcher(lang).matches()) {
            throw Problem.invalid("lang", "must be a BCP 47 language tag such as fr, ar, en or zgh");
        }
        return List.of(lang.toLowerCase(Locale.ROOT).split("-", -1)[0]);
    }

    private static List<String> accepted(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().startsWith("*"))
                    .map(range -> range.getRange().split("-", -1)[0])
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
