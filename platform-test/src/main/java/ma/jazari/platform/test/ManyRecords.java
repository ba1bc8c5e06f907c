package ma.jazari.platform.test;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Runs tests that make thousands of records with a database of their own, so that those that read everything do not read
 * theirs.
 */
public final class ManyRecords implements QuarkusTestProfile {}
