package ma.jazari.benchmarks.records;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jazari.benchmarks.records.InstituteLine.Id;
import ma.jazari.benchmarks.records.InstituteLine.Link;
import ma.jazari.benchmarks.records.InstituteLine.Name;
import ma.jazari.benchmarks.records.InstituteLine.Place;

/**
 * Institutes that are made up, always the same ones in the same order: every kind of institute, in every field, named
 * after everybody, in every city; a number tells apart what comes after all of those.
 */
public final class GeneratedInstitutes implements InstituteLines {

    private static final int FR = 0;
    private static final int AR = 1;
    private static final int EN = 2;
    private static final int FOURTH = 3;
    private static final int LAT = 4;
    private static final int LON = 5;

    /** A prime, so that neighbours in the order have nothing in common, and every combination comes once. */
    private static final long STRIDE = 104_729;
    /** Beyond those that GRID gave out until it ended. */
    private static final int FIRST_GRID = 9_000_000;

    private static final int GRIDS = 1_000_000;

    private final WordList types = WordList.read("types.csv");
    private final WordList fields = WordList.read("fields.csv");
    private final WordList epithets = WordList.read("epithets.csv");
    private final WordList cities = WordList.read("cities.csv");
    private int count;

    /** One choice of each, and a number from 2 when all choices were taken before. */
    private record Chosen(List<String> type, List<String> field, List<String> epithet, List<String> city, long round) {

        String name(int language) {
            var number = round == 0 ? "" : " " + (round + 1);
            return switch (language) {
                case AR ->
                    "%s %s %s ب%s".formatted(type.get(AR), epithet.get(AR), field.get(AR), city.get(AR)) + number;
                case EN ->
                    "%s %s %s, %s".formatted(epithet.get(EN), type.get(EN), field.get(EN), city.get(EN)) + number;
                default ->
                    "%s %s %s à %s".formatted(type.get(FR), epithet.get(FR), field.get(FR), city.get(FR)) + number;
            };
        }

        /** The first letters of the English name, without the little words. */
        String acronym() {
            var letters = new StringBuilder();
            for (var word : (epithet.get(EN) + " " + type.get(EN) + " " + field.get(EN)).split("[ -]", -1)) {
                if (Character.isUpperCase(word.charAt(0))) {
                    letters.append(word.charAt(0));
                }
            }
            return letters.toString();
        }
    }

    @Override
    public String describe() {
        return "made up";
    }

    /** How many there are before a number tells them apart. */
    long combinations() {
        return (long) types.size() * fields.size() * epithets.size() * cities.size();
    }

    @Override
    public String next() {
        int n = count++;
        return line(n, chosen(n)).json();
    }

    private Chosen chosen(int n) {
        long place = n % combinations() * STRIDE % combinations();
        var type = types.get((int) (place % types.size()));
        place /= types.size();
        var field = fields.get((int) (place % fields.size()));
        place /= fields.size();
        var epithet = epithets.get((int) (place % epithets.size()));
        place /= epithets.size();
        return new Chosen(type, field, epithet, cities.get((int) place), n / combinations());
    }

    private static InstituteLine line(int n, Chosen chosen) {
        var city = chosen.city();
        var place = new Place(city.get(FR), near(city.get(LAT), n), near(city.get(LON), n), null);
        var missions = List.of(chosen.type().get(FOURTH).split(" ", -1));
        var terms = List.of(chosen.field().get(FOURTH));
        var profile = new InstituteLine.Profile(missions, terms, city.get(FOURTH), place, established(n));
        boolean hasDomain = n % 2 == 0;
        var domain = domain(n, chosen);
        return InstituteLine.active(
                names(n, chosen),
                profile,
                hasDomain ? List.of(new Link("WEBSITE", "https://www." + domain + "/")) : List.of(),
                hasDomain ? List.of(domain) : List.of(),
                ids(n));
    }

    /** Every third one has an id in another registry. */
    private static List<Id> ids(int n) {
        return n % 3 == 0 && n / 3 < GRIDS
                ? List.of(new Id("GRID", "grid." + (FIRST_GRID + n / 3) + "." + n % 10))
                : List.of();
    }

    private static List<Name> names(int n, Chosen chosen) {
        var names = new ArrayList<Name>();
        names.add(new Name(chosen.name(FR), "fr", "DISPLAY"));
        names.add(new Name(chosen.name(AR), "ar", "DISPLAY"));
        names.add(new Name(chosen.name(EN), "en", "DISPLAY"));
        if (n % 4 == 0) {
            names.add(new Name(chosen.acronym(), "en", "ACRONYM"));
        }
        return names;
    }

    /** The acronym, the city and a number in 36 digits, which makes it different from all others. */
    private static String domain(int n, Chosen chosen) {
        var city = Normalizer.normalize(chosen.city().get(EN), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
        return "%s-%s-%s.example"
                .formatted(chosen.acronym().toLowerCase(Locale.ROOT), city, Integer.toString(n, Character.MAX_RADIX));
    }

    private static String established(int n) {
        return String.format(Locale.ROOT, "%d-%02d-01", 1960 + n % 66, 1 + n % 12);
    }

    /** Somewhere in the city, to a hundredth of a degree. */
    private static double near(String degrees, int n) {
        return Math.round((Double.parseDouble(degrees) + n % 100 / 1000.0) * 1000) / 1000.0;
    }

    @Override
    public void close() {}
}
