package ma.jazari.benchmarks.records;

/** A source of institutes to import that does not run dry: each line is one that was not there before. */
public interface InstituteLines extends AutoCloseable {

    /** What they are, for a title. */
    String describe();

    /** The next institute as a line of an import. */
    String next();

    @Override
    void close();
}
