package ma.jazari.partnerships.agreement;

/** What a party is in a convention. */
public enum PartyRole {
    PARTY,
    SIGNATORY,
    FUNDER,
    WITNESS
}
