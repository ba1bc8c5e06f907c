package ma.jazari.gateway.forward;

import ma.jazari.gateway.route.Upstream;
import ma.jazari.gateway.upstream.UpstreamClient;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** What a client is told when a service fails. */
final class UpstreamFailure {

    private UpstreamFailure() {}

    /** Nothing was sent: the service refused the connection, or has none free. */
    static Problem noConnection(Upstream upstream, Throwable failure) {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                upstream.serviceName()
                        + (NoConnection.isForWant(failure)
                                ? " has too much to do. Nothing was sent to it."
                                : " does not accept requests now."));
    }

    /** Nothing was sent: the service failed again and again, and is left alone for a while. */
    static Problem resting(UpstreamClient upstream) {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        upstream.upstream().serviceName() + " has failed and is not asked for a moment.")
                .retryAfter(upstream.pause());
    }

    /** The connection broke, or what came over it is no HTTP. */
    static Problem noAnswer(Upstream upstream) {
        return Problem.of(ProblemType.BAD_GATEWAY, upstream.serviceName() + " gave no usable answer.");
    }

    /** The service was silent for too long. */
    static Problem late(Upstream upstream) {
        return Problem.of(ProblemType.GATEWAY_TIMEOUT, upstream.serviceName() + " did not answer in time.");
    }
}
