package ma.jazari.partnerships.convention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.partnerships.agreement.ConventionDomain;
import ma.jazari.partnerships.agreement.ConventionKind;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.party.PartySuccessions;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.query.Keyset;
import ma.jazari.platform.query.Listing;
import ma.jazari.platform.security.Actor;
import org.jspecify.annotations.Nullable;

/** Finds the conventions that a query asks for and its caller may see; every page starts from an index. */
@ApplicationScoped
class ConventionSearch {

    private static final int MAX_IDS = 200;

    private final ConventionRepository conventions;
    private final PartySuccessions successions;

    ConventionSearch(ConventionRepository conventions, PartySuccessions successions) {
        this.conventions = conventions;
        this.successions = successions;
    }

    /** A page of conventions, not yet in the form in which a caller sees them. */
    Page<Convention> find(ConventionQuery query, Actor actor) {
        var conditions = new Conditions();
        visible(conditions, actor);
        filters(conditions, query);
        return Listing.page(conventions, conditions, order(query.sort), query);
    }

    private static void visible(Conditions conditions, Actor actor) {
        if (!actor.seesEverything()) {
            conditions.add(
                    "(status in :published or array_intersects(partyKeys, :own))",
                    Map.of(
                            "published",
                            ConventionStatus.published(),
                            "own",
                            actor.audiences().toArray(String[]::new)));
        }
    }

    private void filters(Conditions conditions, ConventionQuery query) {
        conditions.anyOf("status", ListQuery.anyOf("status", query.status, ConventionStatus.class));
        conditions.anyOf("kind", ListQuery.anyOf("kind", query.kind, ConventionKind.class));
        conditions.overlaps("domains", domains(query.domain));
        conditions.overlaps("partyKeys", parties(query.party));
        conditions.anyOf("id", ids(query.ids));
        conditions.words("searchText", query.q);
    }

    private static List<String> domains(@Nullable String domain) {
        return ListQuery.anyOf("domain", domain, ConventionDomain.class).stream()
                .map(Enum::name)
                .toList();
    }

    /** The keys of the parties, and of the institutes that have become part of one of them. */
    private List<String> parties(@Nullable String party) {
        var named = ListQuery.anyOf(party);
        named.forEach(ConventionSearch::party);
        return successions.withAbsorbed(named).stream()
                .map(id -> party(id).key())
                .toList();
    }

    private static PartyRef party(String id) {
        return PartyRef.ofId(id)
                .orElseThrow(
                        () -> Problem.invalid("party", "\"" + id + "\" is not an id of an institute or a partner"));
    }

    private static List<String> ids(@Nullable String ids) {
        var wanted = ListQuery.anyOf(ids);
        if (wanted.size() > MAX_IDS) {
            throw Problem.invalid("ids", "must be at most " + MAX_IDS);
        }
        return wanted.stream().map(id -> Uuids.checked(id).toString()).toList();
    }

    private static Keyset<Convention> order(@Nullable String sort) {
        return switch (Objects.requireNonNullElse(sort, "id")) {
            case "id" -> Keyset.byId(Convention::id);
            case "updatedAt" -> byChange(false);
            case "-updatedAt" -> byChange(true);
            default -> throw Problem.invalid("sort", "must be one of id, updatedAt, -updatedAt");
        };
    }

    private static Keyset<Convention> byChange(boolean descending) {
        return new Keyset<>(
                "updatedAt", descending, Instant::parse, row -> row.updatedAt().toString(), Convention::id);
    }
}
