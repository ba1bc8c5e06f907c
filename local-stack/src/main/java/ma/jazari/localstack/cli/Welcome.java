package ma.jazari.localstack.cli;

import java.util.Set;
import ma.jazari.localstack.stack.StackOptions;

/** What to do with a stack that is up. */
record Welcome(Console console, StackOptions options, Set<String> only) {

    void show(boolean detached) {
        if (only.isEmpty()) {
            console.line(text(options.ports().gateway(), options.keycloakUrl().toString()));
        }
        console.line(detached ? "Stop it with: ./jazari down" : "Ctrl-C stops it.");
    }

    private static String text(int gateway, String keycloak) {
        return """

                The registry is up.
                  API        http://localhost:%1$d/v1
                  reader     http://localhost:%1$d/docs
                  Keycloak   %2$s/realms/jazari
                  users      root-admin, fes-admin, agadir-admin, auditor (password = name); client partner-demo

                Try:
                  curl -s http://localhost:%1$d/v1/institutes
                  curl -s http://localhost:%1$d/v1/institutes -H "Authorization: Bearer $(./jazari token root-admin)" -H 'Content-Type: application/json' -H 'Idempotency-Key: "first"' -d '{"kind":"INSTITUTE","names":[{"value":"Institut Al-Jazari de Tanger","lang":"fr","type":"DISPLAY"}],"missions":["TRAINING"],"region":"MA-01"}'
                  curl -s 'http://localhost:%1$d/v1/changes?limit=5'
                """
                .formatted(gateway, keycloak);
    }
}
