package ma.jazari.partnerships.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.partnerships.deadline.DeadlineResponse.ConventionInShort;
import ma.jazari.partnerships.lifecycle.ConventionStatus;
import ma.jazari.partnerships.lifecycle.DeadlineKind;
import ma.jazari.partnerships.party.PartySuccessions;
import ma.jazari.partnerships.time.Today;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Lists what is due of the conventions that a caller is party to, or of all for those who see everything. */
@ApplicationScoped
class DeadlineList {

    // Along the index on (due, convention_id, kind, key) of what is not internal.
    private static final String PAGE =
            """
            select d.due, d.convention_id, d.kind, d.key, d.party_key, c.code, c.status, c.agreement -> 'titles'
            from deadline d join convention c on c.id = d.convention_id
            where not d.internal and (d.due, d.convention_id, d.kind, d.key) > (?, ?, ?, ?)
              and (?::date is null or d.due >= ?) and (?::date is null or d.due <= ?)
              and (cardinality(?::text[]) = 0 or d.kind = any (?))
              and (cardinality(?::text[]) = 0 or c.party_keys && ?::varchar[])
              and (?::text is null or c.id = ?)
              and (? or c.party_keys && ?::varchar[])
            order by d.due, d.convention_id, d.kind, d.key limit ?
            """;
    private static final TypeReference<List<LocalText>> TITLES = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final PartySuccessions successions;
    private final ObjectMapper mapper;
    private final Today today;

    DeadlineList(AgroalDataSource database, PartySuccessions successions, ObjectMapper mapper, Today today) {
        this.database = database;
        this.successions = successions;
        this.mapper = mapper;
        this.today = today;
    }

    /** @param languages best first */
    Page<DeadlineResponse> find(DeadlineQuery query, Actor actor, List<String> languages) {
        var filter = Filter.of(query, parties(query));
        var binding = "deadlines " + filter + actor.seesEverything() + actor.audiences();
        var after = Place.of(Cursor.values(query.cursor, binding, 4));
        var day = today.get();
        var rows = rows(filter, after, actor, query.limit() + 1);
        return Page.of(
                rows,
                query.limit(),
                row -> row.shown(languages, day),
                row -> Cursor.after(binding, row.place().values()),
                null);
    }

    /** The keys of the parties, and of the institutes that have become part of one of them. */
    private List<String> parties(DeadlineQuery query) {
        return successions.withAbsorbed(query.parties()).stream()
                .flatMap(id -> PartyRef.ofId(id).stream())
                .map(PartyRef::key)
                .toList();
    }

    private List<Row> rows(Filter filter, Place after, Actor actor, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            bind(select, filter, after, actor, limit);
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

    private static void bind(PreparedStatement select, Filter filter, Place after, Actor actor, int limit)
            throws SQLException {
        var connection = select.getConnection();
        int i = 0;
        select.setDate(++i, Date.valueOf(after.due()));
        select.setString(++i, after.conventionId());
        select.setString(++i, after.kind());
        select.setString(++i, after.key());
        for (var day : new LocalDate[] {filter.from(), filter.from(), filter.to(), filter.to()}) {
            select.setDate(++i, day == null ? null : Date.valueOf(day));
        }
        for (var texts : List.of(filter.kinds(), filter.kinds(), filter.parties(), filter.parties())) {
            select.setArray(++i, connection.createArrayOf("text", texts.toArray()));
        }
        select.setString(++i, filter.conventionId());
        select.setString(++i, filter.conventionId());
        select.setBoolean(++i, actor.seesEverything());
        select.setArray(++i, connection.createArrayOf("text", actor.audiences().toArray()));
        select.setInt(++i, limit);
    }

    private Row row(ResultSet row) throws SQLException {
        var party = row.getString(5);
        return new Row(
                new Place(row.getDate(1).toLocalDate(), row.getString(2), row.getString(3), row.getString(4)),
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

    private record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> kinds,
            List<String> parties,
            @Nullable String conventionId) {

        static Filter of(DeadlineQuery query, List<String> parties) {
            return new Filter(query.firstDay(), query.lastDay(), query.kinds(), parties, query.conventionId());
        }
    }

    /** Where a deadline stands in the list. */
    private record Place(LocalDate due, String conventionId, String kind, String key) {

        private static final Place BEFORE_ALL = new Place(LocalDate.of(1, 1, 1), "", "", "");

        static Place of(List<String> cursor) {
            var place = new Place[] {BEFORE_ALL};
            if (!cursor.isEmpty()) {
                Cursor.reading(() -> place[0] =
                        new Place(LocalDate.parse(cursor.get(0)), cursor.get(1), cursor.get(2), cursor.get(3)));
            }
            return place[0];
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
