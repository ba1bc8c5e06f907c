package ma.jazari.platform.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /info} on the management port: which build this is and which time zone rules it goes by. */
@Singleton
public class InfoRoute {

    private final JsonObject info;

    InfoRoute(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "jazari.commit", defaultValue = "unknown") String commit,
            @All List<InfoMember> members) {
        this.info = new JsonObject()
                .put("name", name)
                .put("version", version)
                .put("commit", commit)
                .put("java", Runtime.version().toString())
                .put("tzdb", ZoneRulesProvider.getVersions("Africa/Casablanca").lastKey());
        members.forEach(member -> info.put(member.name(), new JsonObject(member.value())));
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/info").handler(context -> context.json(info));
    }
}
