package ma.jazari.partnerships.attachment;

/** What an attachment is for. */
public enum AttachmentPurpose {
    /** Part of what is agreed. */
    ANNEX,
    /** The paper that was signed by hand. */
    SCAN,
    /** Shows that something was done. */
    EVIDENCE
}
