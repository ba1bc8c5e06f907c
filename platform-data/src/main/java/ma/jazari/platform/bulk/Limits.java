package ma.jazari.platform.bulk;

/**
 * What a file may hold.
 *
 * @param bytes in all, decompressed
 * @param lines that are not blank
 * @param lineBytes of one line
 */
public record Limits(long bytes, long lines, int lineBytes) {}
