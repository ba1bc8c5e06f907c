package ma.jazari.benchmarks.institutes;

/**
 * A text that somebody might search for.
 *
 * @param kind what it is an example of
 */
record Question(String kind, String text) {}
