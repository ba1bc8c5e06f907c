package ma.jazari.partnerships.convention;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/** Cooperation of the South: a party from an African country other than Morocco. */
public final class SouthSouth {

    /** The member states of the African Union but Morocco, ISO 3166-1 alpha-2. */
    private static final Set<String> AFRICA = Set.of(
            "AO", "BF", "BI", "BJ", "BW", "CD", "CF", "CG", "CI", "CM", "CV", "DJ", "DZ", "EG", "ER", "ET", "GA", "GH",
            "GM", "GN", "GQ", "GW", "KE", "KM", "LR", "LS", "LY", "MG", "ML", "MR", "MU", "MW", "MZ", "NA", "NE", "NG",
            "RW", "SC", "SD", "SL", "SN", "SO", "SS", "ST", "SZ", "TD", "TG", "TN", "TZ", "UG", "ZA", "ZM", "ZW");

    private SouthSouth() {}

    /** The countries whose organisations make a convention one of South and South. */
    public static Set<String> countries() {
        return AFRICA;
    }

    static boolean between(Collection<Standing> parties) {
        return parties.stream().map(Standing::country).filter(Objects::nonNull).anyMatch(AFRICA::contains);
    }
}
