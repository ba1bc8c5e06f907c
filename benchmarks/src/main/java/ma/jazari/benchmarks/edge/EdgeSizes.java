package ma.jazari.benchmarks.edge;

/**
 * How much there is at the gateway.
 *
 * @param streams of the change feed that are open at once
 * @param importMib how large the body of an import is, in MiB
 */
public record EdgeSizes(int streams, int importMib) {

    public static final EdgeSizes USUAL = new EdgeSizes(5_000, 1_024);

    public static final int MOST_STREAMS = 25_000;
    /** What the gateway lets through. */
    public static final int MOST_IMPORT_MIB = 1_024;
}
