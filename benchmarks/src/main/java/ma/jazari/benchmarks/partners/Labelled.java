package ma.jazari.benchmarks.partners;

import java.util.Optional;

/**
 * A text, and the organisation that it means.
 *
 * @param kind how it was made
 * @param rorId of the organisation; empty if it means none that the registry has
 */
record Labelled(String kind, String text, Optional<String> rorId) {}
