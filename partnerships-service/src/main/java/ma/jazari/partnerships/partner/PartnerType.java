package ma.jazari.partnerships.partner;

/** What kind of organisation a partner is. */
public enum PartnerType {
    GOVERNMENT,
    UNIVERSITY,
    RESEARCH,
    COMPANY,
    NGO,
    INTERNATIONAL,
    OTHER
}
