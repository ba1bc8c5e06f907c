package ma.jazari.gateway.route;

/**
 * What was decided for a request.
 *
 * @param upstream the service that serves it
 * @param bodyLimit how many bytes its body may have
 */
public record Route(Upstream upstream, long bodyLimit) {}
