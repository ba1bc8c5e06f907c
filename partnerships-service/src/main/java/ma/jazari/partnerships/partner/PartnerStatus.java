package ma.jazari.partnerships.partner;

/** Where a partner stands. Only an active one can become party to a convention. */
public enum PartnerStatus {
    ACTIVE,
    INACTIVE,
    MERGED
}
