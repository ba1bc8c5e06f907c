package ma.jazari.benchmarks.records;

/** Names for copies, which are called after somebody, and numbered when everybody has had a turn. */
final class Epithets {

    private static final int FRENCH = 0;
    private static final int ARABIC = 1;

    private final WordList epithets = WordList.read("epithets.csv");

    /** @param copy which one, from 1 */
    String named(String name, int copy) {
        var epithet = epithets.get((copy - 1) % epithets.size());
        int round = (copy - 1) / epithets.size();
        return name + " " + epithet.get(Script.isArabic(name) ? ARABIC : FRENCH)
                + (round == 0 ? "" : " " + (round + 1));
    }
}
