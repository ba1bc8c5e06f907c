package ma.jazari.platform.search;

/** How far search goes to find something: the first stage that finds anything answers. */
enum Stage {
    /** Records that hold every word. */
    WORDS,
    /** Records that hold words with these beginnings. */
    BEGINNINGS,
    /** Records that hold every word after correction. */
    CORRECTED,
    /** Records with a name that resembles the text. */
    SIMILAR
}
