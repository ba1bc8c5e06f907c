package ma.jazari.gateway.limit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ma.jazari.gateway.route.RequestKind;

/** Which quotas a request counts against, the narrowest first. */
final class Quotas {

    private final RateConfig config;

    Quotas(RateConfig config) {
        this.config = config;
    }

    List<Quota> of(RequestKind kind, Caller caller) {
        return switch (kind) {
            case PAGE -> List.of(quota("pages", config.pages()));
            case READ, EXPORT -> List.of(all(caller));
            case WRITE -> List.of(write(caller), all(caller));
            case IMPORT -> List.of(bulk(caller), all(caller));
        };
    }

    private Quota all(Caller caller) {
        return quota(
                "default",
                caller.isAnonymous()
                        ? config.anonymous().all()
                        : of(caller, RateConfig.Agreed::all, config.client().all()));
    }

    private Quota write(Caller caller) {
        return quota(
                "write",
                caller.isAnonymous()
                        ? config.anonymous().write()
                        : of(caller, RateConfig.Agreed::write, config.client().write()));
    }

    private Quota bulk(Caller caller) {
        return quota(
                "import",
                caller.isAnonymous()
                        ? config.anonymous().bulk()
                        : of(caller, RateConfig.Agreed::bulk, config.client().bulk()));
    }

    private int of(Caller caller, Function<RateConfig.Agreed, Optional<Integer>> part, int usual) {
        return Optional.ofNullable(config.clients().get(caller.client()))
                .flatMap(part)
                .orElse(usual);
    }

    private Quota quota(String policy, int requests) {
        return new Quota(policy, requests, config.window());
    }
}
