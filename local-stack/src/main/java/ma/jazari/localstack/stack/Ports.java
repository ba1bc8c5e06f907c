package ma.jazari.localstack.stack;

import ma.jazari.localstack.LocalStackException;

/**
 * Where everything listens: fixed ports, all moved by one offset.
 *
 * @param offset added to every port
 */
public record Ports(int offset) {

    /** The variable that moves all ports. */
    public static final String OFFSET_VARIABLE = "JAZARI_PORT_OFFSET";

    private static final int HIGHEST_BASE = 19_093;
    private static final int HIGHEST_PORT = 65_535;

    public Ports {
        if (offset < 0 || offset + HIGHEST_BASE > HIGHEST_PORT) {
            throw new LocalStackException(
                    OFFSET_VARIABLE + " must be from 0 to " + (HIGHEST_PORT - HIGHEST_BASE) + ", not " + offset + ".");
        }
    }

    public static Ports ofEnvironment() {
        var offset = System.getenv(OFFSET_VARIABLE);
        return new Ports(offset == null || offset.isBlank() ? 0 : number(offset.strip()));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new LocalStackException(OFFSET_VARIABLE + " must be a number, not \"" + text + "\".", notANumber);
        }
    }

    public int gateway() {
        return 8080 + offset;
    }

    public int institutes() {
        return 8081 + offset;
    }

    public int partnerships() {
        return 8082 + offset;
    }

    public int events() {
        return 8083 + offset;
    }

    public int keycloak() {
        return 8180 + offset;
    }

    public int keycloakManagement() {
        return 9180 + offset;
    }

    public int postgres() {
        return 15_432 + offset;
    }

    public int kafka() {
        return 19_092 + offset;
    }

    public int kafkaController() {
        return HIGHEST_BASE + offset;
    }

    /** The management port of the service or gateway that serves at {@code port}. */
    public int managementOf(int port) {
        return port - 8080 + 9000;
    }
}
