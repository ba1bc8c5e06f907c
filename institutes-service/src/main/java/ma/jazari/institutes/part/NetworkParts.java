package ma.jazari.institutes.part;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstituteRepository;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.institute.Region;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import org.jspecify.annotations.Nullable;

/** Parts across the network: those of the institutes that are active. */
@ApplicationScoped
public class NetworkParts {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final InstituteRepository institutes;

    NetworkParts(InstituteRepository institutes) {
        this.institutes = institutes;
    }

    /** A part and the institute that it belongs to. */
    public record Found<R>(PartView<R> part, Institute institute) {

        public InstituteRef instituteIn(List<String> languages) {
            return InstituteRef.of(institute, languages);
        }
    }

    /** A page of the parts that the conditions keep, oldest first, in two queries. */
    public <P extends Part<R>, R> Page<Found<R>> find(PartKind<P, R> kind, Conditions conditions, NetworkQuery query) {
        ofActive(conditions, query);
        var order = Keyset.<P>byId(part -> part.id().toString()).withUuids();
        var page = Listing.page(kind.rows(), conditions, order, query);
        var ids = page.items().stream().map(Part::instituteId).distinct().toList();
        var byId =
                institutes.list("id in ?1", ids).stream().collect(Collectors.toMap(Institute::id, Function.identity()));
        return page.with(page.items().stream()
                .map(part -> new Found<>(PartView.of(part), Objects.requireNonNull(byId.get(part.instituteId()))))
                .toList());
    }

    private static void ofActive(Conditions conditions, NetworkQuery query) {
        conditions.add(
                "instituteId in (select i.id from Institute i where i.status = :active)",
                Map.of("active", InstituteStatus.ACTIVE));
        var regions = Region.anyOf(query.region);
        if (!regions.isEmpty()) {
            conditions.add(
                    "instituteId in (select i.id from Institute i where i.region in :regions)",
                    Map.of("regions", regions));
        }
        var ids = ListQuery.anyOf(query.instituteId);
        ids.forEach(id -> PublicId.checked(Institute.ID_PREFIX, id));
        conditions.anyOf("instituteId", ids);
    }

    /** A whole number from 0 that a condition compares with; absent is no condition. */
    public static void compare(Conditions conditions, String comparison, String parameter, @Nullable String value) {
        if (value != null) {
            if (!WHOLE.matcher(value).matches()) {
                throw Problem.invalid(parameter, "must be a whole number from 0");
            }
            conditions.add(comparison + " :" + parameter, Map.of(parameter, Integer.valueOf(value)));
        }
    }
}
