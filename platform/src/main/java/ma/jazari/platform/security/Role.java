package ma.jazari.platform.security;

/** The realm roles, as constants for annotations. */
public final class Role {

    public static final String NETWORK_ADMIN = "network-admin";
    public static final String INSTITUTE_ADMIN = "institute-admin";
    public static final String PARTNER = "partner";
    public static final String AUDITOR = "auditor";

    private Role() {}
}
