package ma.jazari.events.programevent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** The twelve regions of the kingdom (ISO 3166-2:MA), with their names in the network's languages. */
public enum Region {
    MA_01("Tanger-Tétouan-Al Hoceïma", "طنجة تطوان الحسيمة", "Tangier-Tetouan-Al Hoceima"),
    MA_02("L'Oriental", "الشرق", "Oriental"),
    MA_03("Fès-Meknès", "فاس مكناس", "Fez-Meknes"),
    MA_04("Rabat-Salé-Kénitra", "الرباط سلا القنيطرة", "Rabat-Sale-Kenitra"),
    MA_05("Béni Mellal-Khénifra", "بني ملال خنيفرة", "Beni Mellal-Khenifra"),
    MA_06("Casablanca-Settat", "الدار البيضاء سطات", "Casablanca-Settat"),
    MA_07("Marrakech-Safi", "مراكش آسفي", "Marrakesh-Safi"),
    MA_08("Drâa-Tafilalet", "درعة تافيلالت", "Draa-Tafilalet"),
    MA_09("Souss-Massa", "سوس ماسة", "Souss-Massa"),
    MA_10("Guelmim-Oued Noun", "كلميم واد نون", "Guelmim-Oued Noun"),
    MA_11("Laâyoune-Sakia El Hamra", "العيون الساقية الحمراء", "Laayoune-Sakia El Hamra"),
    MA_12("Dakhla-Oued Ed-Dahab", "الداخلة وادي الذهب", "Dakhla-Oued Ed-Dahab");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<LocalText> names;

    Region(String french, String arabic, String english) {
        names = List.of(new LocalText(french, "fr"), new LocalText(arabic, "ar"), new LocalText(english, "en"));
    }

    /** The code, for instance {@code MA-03}. */
    public String code() {
        return name().replace('_', '-');
    }

    public List<LocalText> names() {
        return names;
    }

    /** The region with this code. */
    public static Optional<Region> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(region -> region.code().equals(code))
                .findFirst();
    }

    /**
     * The codes of a filter, {@code ,} for OR; absent is empty.
     *
     * @throws Problem 400 for anything that is no code
     */
    static List<String> anyOf(@Nullable String filter) {
        var wanted = ListQuery.anyOf(filter);
        if (!wanted.stream().allMatch(code -> of(code).isPresent())) {
            throw Problem.invalid("region", "must be codes from MA-01 to MA-12, comma for OR");
        }
        return wanted;
    }
}
