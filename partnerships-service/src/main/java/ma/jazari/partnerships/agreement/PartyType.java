package ma.jazari.partnerships.agreement;

/** What an organisation that enters into a convention is here. */
public enum PartyType {
    INSTITUTE('j'),
    PARTNER('p');

    private final char idPrefix;

    PartyType(char idPrefix) {
        this.idPrefix = idPrefix;
    }

    /** The letter that its ids begin with. */
    public char idPrefix() {
        return idPrefix;
    }
}
