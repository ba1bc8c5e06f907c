package ma.jazari.benchmarks.delay;

import java.util.concurrent.CompletionStage;
import ma.jazari.benchmarks.load.Call;
import ma.jazari.benchmarks.load.HttpLoad;
import ma.jazari.benchmarks.stack.InstituteDrafts;
import ma.jazari.benchmarks.stack.Registry;

/** New institutes through the gateway. */
final class RegistryChanges implements ChangeSource {

    private final HttpLoad http;
    private final Call call;

    /** With a token that is valid for minutes from now. */
    RegistryChanges(Registry registry, HttpLoad http, InstituteDrafts drafts) {
        this.http = http;
        this.call = Call.create(registry.institutesAtGateway(), drafts::next).as(registry.token());
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public CompletionStage<String> change() {
        return http.send(call).map(Registry::idIn).toCompletionStage();
    }
}
