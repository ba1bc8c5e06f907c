package ma.jazari.platform.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of problem that a part of the registry answers with (RFC 9457). The slug is the last segment of the
 * {@code type} member, {@code /problems/<slug>}, and of the page that explains it.
 */
public enum ProblemType {
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "Something in the request cannot be read or breaks a rule of its shape. Where the body is at fault, `errors` "
                    + "lists every violation with a JSON Pointer to it. Correct them all and send the request again."),
    MALFORMED_ID(
            400,
            "The id is not well-formed",
            "Ids of institutes (j) and partners (p) are a letter, six characters of Crockford base32 and two check digits; "
                    + "other records have UUIDs. The check digits did not match or the form is wrong: look for a typing error."),
    INVALID_CURSOR(
            400,
            "The cursor does not belong to this list",
            "A cursor is opaque and good only for the list, filters and sort that it was handed out for. Start again without a cursor."),
    UNAUTHENTICATED(
            401,
            "No valid token",
            "The operation needs an access token of the realm as `Authorization: Bearer`, or the one given is expired, "
                    + "malformed, or was not made for this registry. Get a new one and try again."),
    FORBIDDEN(
            403,
            "Not yours to do",
            "You may see this, but your roles do not allow the operation. Ask the administrator of the institute or of the network."),
    NOT_FOUND(
            404,
            "Not found",
            "There is nothing at this address, or nothing that you may see. Check the path and the id."),
    METHOD_NOT_ALLOWED(
            405,
            "The method is not allowed here",
            "The address exists, but not with this method. The Allow header and the description at /docs list those that it has."),
    NOT_ACCEPTABLE(
            406,
            "No such representation",
            "The address cannot answer in any of the media types that Accept names. See /docs for those it has."),
    REQUEST_TIMEOUT(
            408,
            "The request did not arrive in time",
            "The body of the request stopped arriving before it was complete. Send it again; large files need a connection that keeps moving."),
    CONFLICT(
            409,
            "The request conflicts with the state of the registry",
            "The request is well-formed, but a rule of the registry forbids it now; `detail` says which one and what is needed."),
    MOVE_NOT_ALLOWED(
            409,
            "The record cannot move there",
            "A record moves through the states of its lifecycle in a fixed order. `allowed` lists the moves that are open to you from its current state."),
    STALE_DIGEST(
            409,
            "The digest is of another text",
            "An approval or a signature names the convention's text by revision and digest, and the text that is there is another "
                    + "one. `current` names it, `difference` says what has changed since the one that you named, where that is known. "
                    + "Read it again; if you agree with what it says now, name that one."),
    LIKELY_DUPLICATE(
            409,
            "The record looks like one that is there",
            "`candidates` lists the records that may be the same, each with what speaks for it. If one of them is, change that one; "
                    + "if none is, send the request again with `confirmed=true`."),
    REQUEST_IN_PROGRESS(
            409,
            "The same request is still running",
            "A request with this Idempotency-Key is being worked on. Wait a moment and send it again to get its answer."),
    GONE(410, "No longer available", "What the request asks for was there once and is not kept any more."),
    PRECONDITION_FAILED(
            412,
            "The record has changed since you read it",
            "If-Match does not name the current version. Read the record again, see what changed, and repeat your change on top of it."),
    TOO_LARGE(413, "The request is too large", "The body or the headers are larger than this operation accepts."),
    URI_TOO_LONG(
            414,
            "The address is too long",
            "Path and query together are longer than the registry accepts. Ask for less at once, or use the operation that takes the values in a body."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type is not supported",
            "The operation does not accept a body of this Content-Type. Bodies are application/json; changes by PATCH are application/merge-patch+json."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key was used for another request",
            "This key belongs to a request with another path or body. Use a new key for each new request; repeat a key only to repeat the very same request."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is required",
            "A change of an existing record must say which version it is based on: send the ETag of the representation that you read as If-Match."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "You are over a limit: that of requests, which the RateLimit-Policy header states, or one that `detail` "
                    + "explains. Wait as long as Retry-After says; where it says nothing, do what `detail` asks for."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "The header lines of the request are larger together than the registry accepts. Cookies and repeated headers are the usual cause."),
    INTERNAL_ERROR(
            500,
            "Something went wrong on our side",
            "The request was not carried out. Report the requestId; with an Idempotency-Key it is safe to try again."),
    BAD_GATEWAY(
            502,
            "A service gave no usable answer",
            "The service behind the gateway closed the connection or answered with something that is not HTTP. A read can be tried again; a write too, with its Idempotency-Key."),
    UNAVAILABLE(
            503,
            "A service is not available",
            "The part of the registry that this operation needs does not accept requests now. Try again after the time that Retry-After names."),
    GATEWAY_TIMEOUT(
            504,
            "A service did not answer in time",
            "The service behind the gateway took too long. Whether a write was carried out is not known: repeat it with its Idempotency-Key.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** One line that is the same for every problem of this type. */
    public String title() {
        return title;
    }

    /** What it means and what to do about it, for the page of the type. */
    public String explanation() {
        return explanation;
    }

    /** The last segment of the type's URI, for instance {@code precondition-failed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member: a reference relative to the registry's address. */
    public String uri() {
        return "/problems/" + slug();
    }

    /** The type with this slug. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type that says best what a bare HTTP status means. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status && type != MALFORMED_ID && type != INVALID_CURSOR)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST);
    }
}
