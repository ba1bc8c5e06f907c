package ma.jazari.platform.security;

/**
 * An organisation that a caller acts for.
 *
 * @param type INSTITUTE or PARTNER
 * @param id its public id
 */
public record Scope(String type, String id) {

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
