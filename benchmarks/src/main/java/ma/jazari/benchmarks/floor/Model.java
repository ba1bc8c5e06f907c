package ma.jazari.benchmarks.floor;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A record after whose rows others are made.
 *
 * @param number what its names or its code carry, and nothing else in its rows does
 * @param copies the n-th copy's id and number
 */
public record Model(String id, String number, IntFunction<Copy> copies) {

    public static Model institute(String id, String number) {
        return new Model(id, number, Copy::ofInstitute);
    }

    public static Model convention(String id, String code) {
        return new Model(id, code, Copy::ofConvention);
    }

    /** @param number in the person's address */
    public static Model registration(String id, String number) {
        return new Model(id, number, Copy::ofRegistration);
    }

    /** One whose rows are written once, as they are. */
    public static Model itself(String id) {
        return new Model(id, id, n -> new Copy(id, id));
    }

    Copy copy(int n) {
        return copies.apply(n);
    }

    /** The same text of a copy. */
    @Nullable String copied(@Nullable String text, Copy copy) {
        return text == null ? null : text.replace(id, copy.id()).replace(number, copy.number());
    }
}
