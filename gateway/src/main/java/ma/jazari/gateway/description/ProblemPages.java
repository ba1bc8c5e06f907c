package ma.jazari.gateway.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The page of each kind of problem, for people and for programs. */
@Singleton
class ProblemPages {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String FRAME = Resources.text("pages/problem.html");

    private final Map<String, Page> html = new LinkedHashMap<>();
    private final Map<String, Page> json = new LinkedHashMap<>();
    private final Page htmlList;
    private final Page jsonList;

    ProblemPages(ObjectMapper mapper) {
        for (var type : ProblemType.values()) {
            html.put(type.slug(), Page.of(HTML, frame(type.title(), text(type))));
            json.put(type.slug(), Page.of(JSON, write(mapper, members(type))));
        }
        htmlList = Page.of(HTML, frame("Problems", list()));
        var all = Stream.of(ProblemType.values()).map(ProblemPages::members).toList();
        jsonList = Page.of(JSON, write(mapper, Map.of("items", all)));
    }

    /** Null for a slug that no problem has. */
    @Nullable Page of(String slug, boolean wantsJson) {
        return (wantsJson ? json : html).get(slug);
    }

    Page list(boolean wantsJson) {
        return wantsJson ? jsonList : htmlList;
    }

    private static Map<String, Object> members(ProblemType type) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type.uri());
        members.put("title", type.title());
        members.put("status", type.status());
        members.put("explanation", type.explanation());
        return members;
    }

    private static String text(ProblemType type) {
        return "<p class=\"status\">HTTP status " + type.status() + ", <code>" + type.uri() + "</code></p>\n<p>"
                + code(escape(type.explanation()))
                + "</p>\n<p><a href=\"/problems\">All problems</a>, <a href=\"/docs\">the operations</a></p>";
    }

    private static String list() {
        return Stream.of(ProblemType.values())
                .map(type -> "<li>" + type.status() + " <a href=\"" + type.uri() + "\">" + escape(type.title())
                        + "</a></li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String frame(String title, String content) {
        return FRAME.replace("{title}", escape(title)).replace("{content}", content);
    }

    private static String code(String text) {
        return text.replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every page can be written", e);
        }
    }
}
