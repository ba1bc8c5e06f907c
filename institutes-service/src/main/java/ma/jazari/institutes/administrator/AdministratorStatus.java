package ma.jazari.institutes.administrator;

/** Where an administrator's account stands. */
public enum AdministratorStatus {
    /** The person has not yet followed the mail that sets a password. */
    INVITED,
    /** The person has shown that the address is theirs. */
    ACTIVE,
    /** The account is locked, and no token is given for it. */
    DISABLED
}
