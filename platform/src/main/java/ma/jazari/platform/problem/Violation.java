package ma.jazari.platform.problem;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, or the name of a parameter or header
 * @param detail what is wrong and what would be right
 */
public record Violation(String pointer, String detail) {}
