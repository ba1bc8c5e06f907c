package ma.jazari.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.http.Renderer;
import ma.jazari.platform.json.JsonRequest;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;
import ma.jazari.platform.security.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Carries out a request with an Idempotency-Key once; the answer is stored in the transaction of its write. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([A-Za-z0-9._:-]{1,255})");

    private final IdempotencyKeys keys;
    private final CurrentVertxRequest request;
    private final CurrentActor actor;
    private final Renderer renderer;
    private final ObjectMapper mapper;

    IdempotencyInterceptor(
            IdempotencyKeys keys,
            CurrentVertxRequest request,
            CurrentActor actor,
            Renderer renderer,
            ObjectMapper mapper) {
        this.keys = keys;
        this.request = request;
        this.actor = actor;
        this.renderer = renderer;
        this.mapper = mapper;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        var key = key();
        // Without a subject there is nobody whose key it could be.
        if (key.isEmpty() || actor.get().sub() == null) {
            return call.proceed();
        }
        var claim = new IdempotencyKeys.Claim(String.valueOf(actor.get().sub()), key.get(), fingerprint(call));
        return QuarkusTransaction.requiringNew().call(() -> {
            var stored = keys.claim(claim);
            return stored.isPresent() ? replay(stored.get()) : carryOut(call, claim);
        });
    }

    private Optional<String> key() {
        var header = request.getCurrent().request().getHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        var matcher = KEY.matcher(header.trim());
        if (!matcher.matches()) {
            throw Problem.invalid(HEADER, "must be a quoted string of 1 to 255 characters, for instance \"7f9c...\"");
        }
        return Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    private String fingerprint(InvocationContext call) {
        var http = request.getCurrent().request();
        var body = Arrays.stream(call.getParameters())
                .filter(JsonRequest.class::isInstance)
                .map(this::json)
                .collect(Collectors.joining());
        return Canonical.sha256(http.method() + " " + http.uri() + "\n" + body);
    }

    private String json(Object argument) {
        try {
            return mapper.writeValueAsString(argument);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read can be written", e);
        }
    }

    private Response carryOut(InvocationContext call, IdempotencyKeys.Claim claim) throws Exception {
        var response = (Response) call.proceed();
        var entity = response.getEntity();
        var answer = answer(response, entity);
        keys.store(claim, entity instanceof ShownOnce secret ? answer(response, secret.withoutSecret()) : answer);
        return response(answer, null);
    }

    private IdempotencyKeys.Answer answer(Response response, Object entity) {
        var rendered = renderer.render(entity, null);
        var headers = new LinkedHashMap<>(rendered.headers());
        headers.put(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8");
        location(response).ifPresent(location -> headers.put(HttpHeaders.LOCATION, location));
        return new IdempotencyKeys.Answer(response.getStatus(), headers, rendered.body());
    }

    private static Optional<String> location(Response response) {
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION));
    }

    private static Response replay(IdempotencyKeys.Answer answer) {
        return response(answer, "true");
    }

    private static Response response(IdempotencyKeys.Answer answer, @Nullable String replayed) {
        var response = Response.status(answer.status()).entity(answer.body());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.header(header.getKey(), header.getValue());
        }
        if (replayed != null) {
            response.header("Idempotency-Replayed", replayed);
        }
        return response.build();
    }

    /** The problem of a key whose request is being worked on. */
    static Problem inProgress() {
        return Problem.of(ProblemType.REQUEST_IN_PROGRESS, ProblemType.REQUEST_IN_PROGRESS.explanation());
    }
}
