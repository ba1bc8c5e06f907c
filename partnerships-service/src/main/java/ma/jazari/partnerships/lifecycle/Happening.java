package ma.jazari.partnerships.lifecycle;

/** What can happen to a convention, as the change log names it. */
public enum Happening {
    DRAFTED("drafted"),
    UPDATED("updated"),
    PROPOSED("proposed"),
    COUNTERED("countered"),
    APPROVAL_GIVEN("approval-given"),
    APPROVAL_WITHDRAWN("approval-withdrawn"),
    APPROVED("approved"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn"),
    SIGNATURE_PROPOSED("signature-proposed"),
    SIGNATURE_GIVEN("signature-given"),
    SIGNED("signed"),
    ENTERED_INTO_FORCE("entered-into-force"),
    AMENDMENT_PROPOSED("amendment-proposed", true),
    AMENDMENT_COUNTERED("amendment-countered", true),
    AMENDMENT_APPROVAL_GIVEN("amendment-approval-given", true),
    AMENDMENT_APPROVAL_WITHDRAWN("amendment-approval-withdrawn", true),
    AMENDMENT_REJECTED("amendment-rejected", true),
    AMENDMENT_WITHDRAWN("amendment-withdrawn", true),
    AMENDED("amended"),
    SUSPENDED("suspended"),
    RESUMED("resumed"),
    TERMINATION_NOTICED("termination-noticed"),
    NOTICE_WITHDRAWN("notice-withdrawn"),
    CONSENT_GIVEN("consent-given", true),
    CONSENT_WITHDRAWN("consent-withdrawn", true),
    TERMINATED("terminated"),
    RENEWED("renewed"),
    EXPIRING("expiring"),
    EXPIRED("expired"),
    OBLIGATION_DUE_SOON("obligation-due-soon"),
    OBLIGATION_FULFILLED("obligation-fulfilled"),
    OBLIGATION_WAIVED("obligation-waived"),
    OBLIGATION_LAPSED("obligation-lapsed"),
    ATTENTION_RAISED("attention-raised"),
    ATTENTION_CLEARED("attention-cleared"),
    CONTACTS_CHANGED("contacts-changed", true),
    ATTACHMENT_ADDED("attachment-added"),
    PRIVATE_ATTACHMENT_ADDED("private-attachment-added", true);

    private final String name;
    private final boolean confidential;

    Happening(String name) {
        this(name, false);
    }

    Happening(String name, boolean confidential) {
        this.name = name;
        this.confidential = confidential;
    }

    /** The type of the change, a past-tense fact. */
    public String type() {
        return "convention." + name;
    }

    /** Whether it is for the parties alone even where the convention is public. */
    public boolean isConfidential() {
        return confidential;
    }
}
