package ma.jazari.platform.openapi;

import java.util.List;
import java.util.TreeSet;
import ma.jazari.platform.problem.ProblemMapper;
import ma.jazari.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to the description what is true of every operation, so that no resource has to repeat it: the problem answers. */
public class StandardAnswers implements OASFilter {

    // What @NotBlank is described as; it is meant of any part.
    private static final String NOT_BLANK = "\\S";

    private static final String PROBLEM = "Problem";
    private static final String SCHEME = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() != null) {
            description.getPaths().getPathItems().forEach(StandardAnswers::complete);
        }
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        var components = description.getComponents();
        components.addSchema(PROBLEM, problemSchema());
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the Keycloak realm jazari; public reads need none"));
        for (var type : ProblemType.values()) {
            if (components.getResponses() == null || !components.getResponses().containsKey(name(type.status()))) {
                components.addResponse(name(type.status()), answer(type));
            }
        }
    }

    /**
     * A pattern holds for the whole text here, and for any part of it in JSON Schema. An object that may have any member
     * says so, since generators take one of which nothing is said for one that is empty.
     */
    @Override
    public Schema filterSchema(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^") && !pattern.equals(NOT_BLANK)) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        if (isAnyObject(schema)) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
        }
        return schema;
    }

    private static boolean isAnyObject(Schema schema) {
        return List.of(SchemaType.OBJECT).equals(schema.getType())
                && schema.getRef() == null
                && (schema.getProperties() == null || schema.getProperties().isEmpty())
                && schema.getAdditionalPropertiesSchema() == null
                && schema.getAllOf() == null
                && schema.getOneOf() == null
                && schema.getAnyOf() == null;
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> complete(path, method, operation));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        var statuses = new TreeSet<>(List.of(400, 401, 406, 429, 500, 503));
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (method != PathItem.HttpMethod.GET) {
            statuses.addAll(List.of(403, 409, 413, 415));
        }
        if (takes(operation, "If-Match")) {
            statuses.addAll(List.of(412, 428));
        }
        if (takes(operation, "Idempotency-Key")) {
            statuses.add(422);
        }
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SCHEME));
        } else {
            statuses.add(403);
        }
        if (takes(operation, "If-None-Match")) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse().description("It is as it was when this ETag was given"));
        }
        statuses.forEach(status -> operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(status), OASFactory.createAPIResponse().ref(name(status))));
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter ->
                                parameter.getIn() == Parameter.In.HEADER && header.equals(parameter.getName()));
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static APIResponse answer(ProblemType type) {
        var answer = problem(type);
        if (type == ProblemType.RATE_LIMITED) {
            answer.addHeader("Retry-After", header("Seconds to wait", "37"));
            answer.addHeader(
                    "RateLimit-Policy", header("Requests (q) in seconds (w), by policy", "\"default\";q=120;w=60"));
            answer.addHeader("RateLimit", header("What is left (r), and for how long (t)", "\"default\";r=0;t=37"));
        }
        return answer;
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).addExample(example));
    }

    private static APIResponse problem(ProblemType type) {
        return OASFactory.createAPIResponse()
                .description(type.title())
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemMapper.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problemSchema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What went wrong (RFC 9457). Some types add members of their own.")
                .addProperty(
                        "type", text("A reference to the page that explains the type", "/problems/invalid-request"))
                .addProperty("title", text("The same for every problem of the type", "The request is not valid"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).addExample(400))
                .addProperty("detail", text("What is wrong with this request", "limit: must be a whole number from 1"))
                .addProperty("instance", text("The path of the request", "/v1/institutes"))
                .addProperty("requestId", text("Names the request in our logs", "3f1c9a52"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Every violation")
                                .items(OASFactory.createSchema()
                                        .addType(SchemaType.OBJECT)
                                        .addProperty(
                                                "pointer", text("JSON Pointer, or a parameter's name", "/names/0/lang"))
                                        .addProperty("detail", text("What would be right", "must be a language tag"))
                                        .required(List.of("pointer", "detail"))))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .addExample(example);
    }
}
