package ma.jazari.platform.text;

/** How far apart two spellings of a word are. */
public final class EditDistance {

    private static final int LONG_WORD = 7;

    private EditDistance() {}

    /** How many errors are forgiven in a word. */
    public static int tolerance(String word) {
        return word.length() >= LONG_WORD ? 2 : 1;
    }

    /** Optimal string alignment: letters that were inserted, left out, replaced, or swapped with their neighbour. */
    public static int between(String a, String b) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            var reused = before;
            before = last;
            last = row;
            row = reused;
        }
        return last[b.length()];
    }
}
