package ma.jazari.gateway.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import ma.jazari.contracts.AsyncApi;
import ma.jazari.contracts.Yaml;
import ma.jazari.gateway.http.ProblemWriter;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What explains the registry to people and programs: descriptions, reader, guides, message schemas, pages of the problems. */
@Singleton
public class PublicPages {

    // Before the REST resources.
    private static final int ORDER = 90;
    private static final String READ_ONLY = "GET, HEAD, OPTIONS";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String JSON = "application/json";
    // The reader styles its elements by attributes and has its icons in data: addresses; nothing comes from elsewhere.
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // What ce_dataschema of the messages leads to.
    private static final List<String> MESSAGES = List.of(
            "institute.v1.json",
            "change-suggestion.v1.json",
            "partner.v1.json",
            "convention.v1.json",
            "programme.v1.json",
            "measurement.v1.json",
            "party-keys.v1.json",
            "program-event.v1.json",
            "registration.v1.json",
            "webhook.v1.json",
            "partner-client.v1.json",
            "institute-administrator.v1.json");

    private final ProblemWriter problems;
    private final ProblemPages problemPages;

    PublicPages(ProblemWriter problems, ProblemPages problemPages) {
        this.problems = problems;
        this.problemPages = problemPages;
    }

    void register(@Observes Router router) {
        var description = Yaml.read(Resources.text("contracts/openapi/jazari.yaml"));
        add(router, "/openapi.yaml", Page.of("application/yaml", Yaml.write(description)));
        add(router, "/openapi.json", Page.of(JSON, description.toPrettyString()));
        add(router, "/asyncapi.yaml", Page.of("application/yaml", Yaml.write(messages())));
        reader().forEach((path, page) -> add(router, path, page));
        GuidePages.all().forEach((path, page) -> add(router, path, page));
        MESSAGES.forEach(schema -> add(
                router,
                "/schemas/" + schema,
                Page.of("application/schema+json", Resources.bytes("contracts/schemas/" + schema))));
        router.route("/").order(ORDER).handler(context -> redirect(context, "/docs"));
        router.route("/problems").order(ORDER).handler(context -> show(context, problemPages.list(wantsJson(context))));
        router.route("/problems/:slug")
                .order(ORDER)
                .handler(context -> show(context, problemPages.of(context.pathParam("slug"), wantsJson(context))));
    }

    /** What is told by Kafka and by webhooks, with its schemas in itself. */
    private static ObjectNode messages() {
        return AsyncApi.bundle(
                Yaml.read(Resources.text("contracts/asyncapi/jazari.yaml")),
                name -> Yaml.read(Resources.text("contracts/schemas/" + name + ".json")));
    }

    private static Map<String, Page> reader() {
        return Map.of(
                "/docs", Page.of(HTML, Resources.bytes("pages/docs.html")),
                "/docs/docs.js", Page.of(SCRIPT, Resources.bytes("pages/docs.js")),
                "/docs/docs.css", Page.of(STYLE, Resources.bytes("pages/docs.css")),
                "/docs/reader.js", Page.of(SCRIPT, Resources.ofReader("swagger-ui-bundle.js")),
                "/docs/reader.css", Page.of(STYLE, Resources.ofReader("swagger-ui.css")),
                "/docs/icon.png", Page.of("image/png", Resources.ofReader("favicon-32x32.png")));
    }

    private void add(Router router, String path, Page page) {
        router.route(path).order(ORDER).handler(context -> show(context, page));
    }

    private void show(RoutingContext context, @Nullable Page page) {
        var path = context.request().path();
        if (page == null || path == null || (path.endsWith("/") && !path.equals("/docs/"))) {
            problems.write(context, Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + path + "."));
        } else if (isRead(context)) {
            if (page.mediaType().equals(HTML)) {
                context.response().putHeader("Content-Security-Policy", PAGE_POLICY);
            }
            page.answer(context);
        }
    }

    private void redirect(RoutingContext context, String target) {
        if (isRead(context)) {
            context.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, target)
                    .end();
        }
    }

    private boolean isRead(RoutingContext context) {
        var method = context.request().method();
        if (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) {
            return true;
        }
        context.response().putHeader(HttpHeaders.ALLOW, READ_ONLY);
        problems.write(context, Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address can only be read."));
        return false;
    }

    private static boolean wantsJson(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}
