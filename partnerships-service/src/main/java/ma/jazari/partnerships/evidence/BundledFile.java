package ma.jazari.partnerships.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A file of a bundle, as the manifest names it.
 *
 * @param size in bytes
 * @param sha256 lower-case hex
 * @param attachmentId of an attachment
 */
record BundledFile(String name, long size, String sha256, @Nullable String attachmentId) {}
