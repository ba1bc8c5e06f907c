package ma.jazari.gateway.forward;

import ma.jazari.gateway.route.Upstream;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.ProblemType;

/** What a client is told when a service fails. */
final class UpstreamFailure {

    private UpstreamFailure() {}

    /** Nothing was sent: the service refused the connection, or has no connection free. */
    static Problem noConnection(Upstream upstream) {
        return Problem.of(ProblemType.UNAVAILABLE, upstream.serviceName() + " does not accept requests now.");
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
