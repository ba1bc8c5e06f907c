package ma.jazari.platform.file;

/**
 * What is known of every file, whatever record it belongs to. It never changes.
 *
 * @param size in bytes
 * @param digest lower-case hex of the SHA-256 over the bytes
 */
public record StoredFile(String id, String name, String mediaType, long size, String digest) {}
