package ma.jazari.partnerships.attachment;

/** Who may read an attachment, once its convention is public. */
public enum AttachmentVisibility {
    PUBLIC,
    PRIVATE
}
