package ma.jazari.partnerships.client;

import java.util.List;

/** Where a client stands. */
public enum ClientStatus {
    /** Keycloak is still being asked for it; nobody sees it. */
    PENDING,
    ACTIVE,
    /** For good: its tokens are refused. */
    REVOKED;

    List<ClientStatus> next() {
        return this == ACTIVE ? List.of(REVOKED) : List.of();
    }
}
