package ma.jazari.partnerships.institutecopy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The twelve regions of the kingdom, ISO 3166-2:MA. */
public final class Regions {

    private static final List<String> CODES = IntStream.rangeClosed(1, 12)
            .mapToObj(number -> String.format(Locale.ROOT, "MA-%02d", number))
            .toList();

    private Regions() {}

    /** MA-01 to MA-12. */
    public static List<String> codes() {
        return CODES;
    }

    /**
     * The codes of a filter, {@code ,} for OR; absent is empty.
     *
     * @throws Problem 400 for anything that is no code
     */
    public static List<String> anyOf(@Nullable String filter) {
        var wanted = ListQuery.anyOf(filter);
        if (!CODES.containsAll(wanted)) {
            throw Problem.invalid("region", "must be codes from MA-01 to MA-12, comma for OR");
        }
        return wanted;
    }
}
