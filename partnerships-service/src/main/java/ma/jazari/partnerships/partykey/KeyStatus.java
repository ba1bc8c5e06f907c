package ma.jazari.partnerships.partykey;

/** Whether a party signs with a key now. */
public enum KeyStatus {
    CURRENT,
    RETIRED
}
