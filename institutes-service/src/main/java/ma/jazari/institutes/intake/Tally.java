package ma.jazari.institutes.intake;

/** What became of lines. */
public record Tally(long created, long updated, long unchanged, long rejected) {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                created + other.created,
                updated + other.updated,
                unchanged + other.unchanged,
                rejected + other.rejected);
    }

    public long accepted() {
        return created + updated + unchanged;
    }

    public long lines() {
        return accepted() + rejected;
    }
}
