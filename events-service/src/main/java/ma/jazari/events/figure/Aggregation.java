package ma.jazari.events.figure;

/** How the values that institutes report for periods make one figure. */
public enum Aggregation {
    /** All values are added, to the baseline: each is what came about in its period. */
    SUM,
    /** The latest value of each institute in each line of programmes, added: each is what there was at its period's end. */
    LATEST,
    /** The arithmetic mean of all values, each institute and period once. */
    AVERAGE
}
