package ma.jazari.benchmarks.events;

/** An active institute, as events-service knows it. */
record Host(String id, String region) {}
