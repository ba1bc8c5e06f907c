package ma.jazari.benchmarks.questions;

/**
 * A text that somebody might search for.
 *
 * @param kind what it is an example of
 */
public record Question(String kind, String text) {}
