package ma.jazari.partnerships.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.convention.ConventionFilters;
import ma.jazari.partnerships.deadline.DeadlineResponse.ConventionInShort;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.DeadlineKind;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.id.Uuids;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.search.SqlFilter;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Lists what is due of the conventions that a caller is party to, or of all for those who see everything. */
@ApplicationScoped
class DeadlineList {

    // Along the index on (due, convention_id, kind, key) of what is not internal.
    private static final String PAGE =
            """
            select d.due, d.convention_id, d.kind, d.key, d.party_key, i.code, i.status, i.agreement -> 'titles'
            from deadline d join convention i on i.id = d.convention_id
            where not d.internal and %s
            order by d.due, d.convention_id, d.kind, d.key limit %d
            """;
    private static final TypeReference<List<LocalText>> TITLES = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ConventionFilters filters;
    private final ObjectMapper mapper;
    private final Today today;

    DeadlineList(AgroalDataSource database, ConventionFilters filters, ObjectMapper mapper, Today today) {
        this.database = database;
        this.filters = filters;
        this.mapper = mapper;
        this.today = today;
    }

    /** @param languages best first */
    Page<DeadlineResponse> find(DeadlineQuery query, Actor actor, List<String> languages) {
        var filter = filter(query, actor);
        var binding = "deadlines " + filter.binding();
        var after = Place.of(Cursor.values(query.cursor, binding, 4));
        after.ifPresent(place -> place.after(filter));
        var day = today.get();
        return Page.of(
                rows(filter, query.limit() + 1),
                query.limit(),
                row -> row.shown(languages, day),
                row -> Cursor.after(binding, row.place().values()),
                null);
    }

    private SqlFilter filter(DeadlineQuery query, Actor actor) {
        var filter = new SqlFilter();
        if (!actor.seesEverything()) {
            filter.add("i.party_keys && :own", Map.of("own", ConventionFilters.own(actor)));
        }
        filter.anyOf("d.kind", ListQuery.anyOf("kind", query.kind, DeadlineKind.class));
        filters.parties(filter, query.party);
        if (query.convention != null) {
            filter.anyOf("i.id", List.of(Uuids.checked(query.convention)));
        }
        day(filter, "d.due >= :from", "from", query.from);
        day(filter, "d.due <= :to", "to", query.to);
        return filter;
    }

    private static void day(SqlFilter filter, String condition, String parameter, @Nullable String text) {
        var day = ConventionFilters.day(parameter, text);
        if (day != null) {
            filter.add(condition, Map.of(parameter, day));
        }
    }

    private List<Row> rows(SqlFilter filter, int limit) {
        var conditions = filter.positional();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE.formatted(conditions.sql(), limit))) {
            conditions.bind(select);
            try (var result = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("list what is due", e);
        }
    }

    private Row row(ResultSet row) throws SQLException {
        var party = row.getString(5);
        return new Row(
                new Place(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3), row.getString(4)),
                party == null ? null : PartyRef.ofKey(party),
                row.getString(6),
                ConventionStatus.valueOf(row.getString(7)),
                titles(row.getString(8)));
    }

    private List<LocalText> titles(String json) {
        try {
            return mapper.readValue(json, TITLES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a deadline stands in the list. */
    private record Place(LocalDate due, String conventionId, String kind, String key) {

        static Optional<Place> of(List<String> cursor) {
            var place = new ArrayList<Place>();
            if (!cursor.isEmpty()) {
                Cursor.reading(() -> place.add(
                        new Place(LocalDate.parse(cursor.get(0)), cursor.get(1), cursor.get(2), cursor.get(3))));
            }
            return place.stream().findFirst();
        }

        void after(SqlFilter filter) {
            filter.add(
                    "(d.due, d.convention_id, d.kind, d.key) > (:afterDue, :afterId, :afterKind, :afterKey)",
                    Map.of("afterDue", due, "afterId", conventionId, "afterKind", kind, "afterKey", key));
        }

        List<String> values() {
            return List.of(due.toString(), conventionId, kind, key);
        }
    }

    private record Row(
            Place place, @Nullable PartyRef party, String code, ConventionStatus status, List<LocalText> titles) {

        DeadlineResponse shown(List<String> languages, LocalDate today) {
            var title = LocalText.best(titles, languages).orElseThrow().value();
            var kind = DeadlineKind.valueOf(place.kind());
            return new DeadlineResponse(
                    kind,
                    place.due(),
                    ChronoUnit.DAYS.between(today, place.due()),
                    new ConventionInShort(place.conventionId(), code, status, title),
                    party,
                    kind == DeadlineKind.OBLIGATION ? place.key() : null);
        }
    }
}
