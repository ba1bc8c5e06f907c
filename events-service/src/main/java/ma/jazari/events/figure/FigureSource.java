package ma.jazari.events.figure;

/** Where an indicator's values come from. */
public enum FigureSource {
    /** Institutes report them. */
    MEASUREMENTS,
    /** They are derived from the records of the registry; nobody reports them. */
    REGISTRY
}
