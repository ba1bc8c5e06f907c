package ma.jazari.benchmarks.conventions;

/** A convention that waits for its next step. */
record Waiting(String id, String digest) {}
