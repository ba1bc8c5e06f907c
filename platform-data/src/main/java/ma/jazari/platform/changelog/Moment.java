package ma.jazari.platform.changelog;

import java.time.Instant;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.time.AsOf;
import org.jspecify.annotations.Nullable;

/** A point of a record's history. */
public sealed interface Moment {

    /** Once the record had this version. */
    record AtVersion(long version) implements Moment {}

    /** At this instant. */
    record AtInstant(Instant instant) implements Moment {}

    /** Now. */
    record Present() implements Moment {}

    /** The two points that a comparison is of; the first need not be the earlier one. */
    record Pair(Moment from, Moment to) {

        private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

        /**
         * What the parameters {@code from} and {@code to} say; no {@code to} is the present.
         *
         * @throws Problem 400 that lists all that is wrong with them
         */
        public static Pair parse(@Nullable String from, @Nullable String to) {
            var violations = new Violations();
            if (from == null) {
                violations.add("from", "is required: a version, a date or an instant");
            }
            var pair = new Pair(parse("from", from, violations), parse("to", to, violations));
            violations.throwIfAny();
            return pair;
        }

        private static Moment parse(String name, @Nullable String text, Violations violations) {
            if (text == null) {
                return new Present();
            }
            if (VERSION.matcher(text).matches()) {
                return new AtVersion(Long.parseLong(text));
            }
            var instant = AsOf.find(text);
            if (instant.isEmpty()) {
                violations.add(
                        name,
                        "must be a version such as 3, a date such as 2026-06-01 or an instant such as 2026-06-01T12:00:00Z");
            }
            return instant.<Moment>map(AtInstant::new).orElseGet(Present::new);
        }
    }
}
