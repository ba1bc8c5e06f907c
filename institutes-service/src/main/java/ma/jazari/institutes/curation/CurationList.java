package ma.jazari.institutes.curation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A list of institutes that somebody should look after. Each is served by an index over the institutes on it alone, whose
 * condition the query repeats word for word; see the migration that makes them.
 */
enum CurationList {
    /** Those that wait for the decision to admit them, since they were submitted. */
    PENDING_ADMISSIONS("coalesce(submission.at, i.updated_at)", Sql.SUBMISSION, "i.status = 'PENDING'"),

    /** Those that nobody finds in Arabic. */
    WITHOUT_ARABIC_NAME(
            "i.updated_at",
            "",
            Sql.ALIVE + " and not jsonb_path_exists(i.details, "
                    + "'$.names[*] ? (@.lang like_regex \"^ar(-|$)\" && @.type != \"FORMER\")')"),

    /** Those that stand on no map. */
    WITHOUT_PLACE("i.updated_at", "", Sql.ALIVE + " and i.details #>> '{location,city}' is null"),

    /** Those of the network whose record nobody has touched for long. */
    STALE("i.updated_at", "", "i.status in ('ACTIVE', 'SUSPENDED')");

    private final String since;
    private final String join;
    private final String condition;

    CurationList(String since, String join, String condition) {
        this.since = since;
        this.join = join;
        this.condition = condition;
    }

    /** The list that a path names, such as {@code without-place}. */
    static Optional<CurationList> ofSlug(String slug) {
        return Arrays.stream(values()).filter(list -> list.slug().equals(slug)).findFirst();
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Parameters: since before, since and id of the last row of the page before, limit. */
    String page() {
        return "select i.id, i.kind, i.status, i.region, i.version, i.details ->> 'names' as names, " + since
                + " as since" + from() + " and (" + since + ", i.id) > (?::timestamptz, ?) order by " + since
                + ", i.id limit ?";
    }

    /** Parameter: since before. */
    String count() {
        return "select count(*)" + from();
    }

    private String from() {
        return " from institute i" + join + " where " + condition + " and " + since + " < ?::timestamptz";
    }

    private static final class Sql {

        static final String ALIVE = "i.status in ('DRAFT', 'PENDING', 'ACTIVE', 'SUSPENDED')";
        // It can have changed since, which makes no difference to how long it waits.
        static final String SUBMISSION = " left join lateral (select max(at) as at from change_log"
                + " where type = 'institute.submitted' and subject_type = 'INSTITUTE' and subject_id = i.id) submission on true";
    }
}
