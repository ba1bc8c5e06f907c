package ma.jazari.partnerships.sandbox;

/** What a scripted partner does with the texts that are proposed to it. Once a text is approved, all but one sign it. */
public enum Behaviour {
    /** Approves what is proposed, signs what is approved, and consents to what the others want. */
    ACCEPTS,
    /** Counters the first text with a later end, and accepts the next one. */
    COUNTERS,
    /** Rejects what is proposed. */
    REJECTS,
    /** Does nothing at all. */
    SILENT,
    /** Accepts, and does everything twice. */
    REPEATS,
    /** Approves by a digest that the text does not have, is refused, and then accepts. */
    STALE
}
