package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.institutecopy.Regions;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.party.PartySuccessions;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Conditions on conventions, in SQL over the table as {@code i}, that lists and statistics share. */
@ApplicationScoped
public class ConventionFilters {

    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final PartySuccessions successions;

    ConventionFilters(PartySuccessions successions) {
        this.successions = successions;
    }

    /** The conventions that the caller may see. */
    public static SqlFilter visible(Actor actor) {
        var filter = new SqlFilter();
        if (!actor.seesEverything()) {
            var published = SqlFilter.texts(ConventionStatus.published());
            var own = own(actor);
            filter.add(
                    own.length == 0
                            ? "i.status = any (:published)"
                            : "(i.status = any (:published) or i.insider_keys && :own)",
                    own.length == 0 ? Map.of("published", published) : Map.of("published", published, "own", own));
        }
        return filter;
    }

    /** The keys of the organisations that the caller acts for. */
    public static String[] own(Actor actor) {
        return actor.scopes().stream().map(Object::toString).sorted().toArray(String[]::new);
    }

    public static void domains(SqlFilter filter, @Nullable String domain) {
        filter.overlaps("i.domains", ListQuery.anyOf("domain", domain, ConventionDomain.class));
    }

    /** One of the parties is an institute in one of the regions, as far as is known now. */
    public static void regions(SqlFilter filter, @Nullable String region) {
        var wanted = Regions.anyOf(region);
        if (!wanted.isEmpty()) {
            // The institutes first, along their index by region, then their conventions along the one by party.
            filter.add(
                    "i.party_keys && cast(array(select 'INSTITUTE:' || c.id from institute_copy c"
                            + " where c.region = any (:region)) as varchar[])",
                    Map.of("region", SqlFilter.texts(wanted)));
        }
    }

    /** One of the parties is one of these; an institute that others were merged into stands for them, too. */
    public void parties(SqlFilter filter, @Nullable String party) {
        filter.overlaps("i.party_keys", keys("party", party));
    }

    /** The keys of organisations that a parameter names, and of the institutes that have become part of one of them. */
    List<String> keys(String parameter, @Nullable String ids) {
        var named = ListQuery.anyOf(ids);
        named.forEach(id -> party(parameter, id));
        return successions.withAbsorbed(named).stream()
                .map(id -> party(parameter, id).key())
                .toList();
    }

    private static PartyRef party(String parameter, String id) {
        return PartyRef.ofId(id)
                .orElseThrow(
                        () -> Problem.invalid(parameter, "\"" + id + "\" is not an id of an institute or a partner"));
    }

    /**
     * The day that a parameter names; null for none.
     *
     * @throws Problem 400 for anything else
     */
    public static @Nullable LocalDate day(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.invalid(parameter, "must be a date such as 2026-12-01");
    }
}
