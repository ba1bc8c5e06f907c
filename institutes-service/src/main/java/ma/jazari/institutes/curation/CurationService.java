package ma.jazari.institutes.curation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.record.Name;
import ma.jazari.platform.record.Names;
import org.jspecify.annotations.Nullable;

/** Finds what the network's administrator should look after, the oldest first. */
@ApplicationScoped
class CurationService {

    static final String PATH = "/v1/institutes/curation";

    private static final List<String> BEGINNING = List.of("-infinity", "");
    private static final TypeReference<List<Name>> NAMES = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper mapper;
    private final Clock clock;

    CurationService(AgroalDataSource database, ObjectMapper mapper, Clock clock) {
        this.database = database;
        this.mapper = mapper;
        this.clock = clock;
    }

    CurationOverview overview() {
        var query = new CurationQuery();
        return new CurationOverview(Arrays.stream(CurationList.values())
                .map(list -> new CurationOverview.Summary(
                        list.slug(), count(list, query.days(list)), PATH + "/" + list.slug()))
                .toList());
    }

    /**
     * A page of the list.
     *
     * @param languages of the names to show, best first
     * @throws Problem 404 where there is no such list
     */
    Page<CurationItem> find(String slug, CurationQuery query, List<String> languages) {
        var list = CurationList.ofSlug(slug).orElseThrow(() -> Problem.notFound("curation list", slug));
        int days = query.days(list);
        var binding = "curation " + list + " " + days;
        var rows = rows(list, days, after(query.cursor, binding), query.limit() + 1);
        return Page.of(
                rows,
                query.limit(),
                row -> item(row, languages),
                row -> Cursor.after(binding, List.of(row.since().toString(), row.id())),
                query.wantsTotal() ? count(list, days) : null);
    }

    private static List<String> after(@Nullable String cursor, String binding) {
        var values = Cursor.values(cursor, binding, 2);
        Cursor.reading(() -> values.stream().limit(1).forEach(Cursor::instant));
        return values.isEmpty() ? BEGINNING : values;
    }

    private List<Row> rows(CurationList list, int days, List<String> after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(list.page())) {
            select.setString(1, before(days));
            select.setString(2, after.getFirst());
            select.setString(3, after.getLast());
            select.setInt(4, limit);
            return read(select);
        } catch (SQLException e) {
            throw new DatabaseFailure("read a curation list", e);
        }
    }

    private List<Row> read(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var rows = new ArrayList<Row>();
            while (row.next()) {
                rows.add(row(row));
            }
            return rows;
        }
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                InstituteKind.valueOf(row.getString("kind")),
                InstituteStatus.valueOf(row.getString("status")),
                row.getString("region"),
                row.getLong("version"),
                names(row.getString("names")),
                row.getTimestamp("since").toInstant());
    }

    private List<Name> names(String json) {
        try {
            return mapper.readValue(json, NAMES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(CurationList list, int days) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(list.count())) {
            select.setString(1, before(days));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count a curation list", e);
        }
    }

    private String before(int days) {
        return days == 0
                ? "infinity"
                : clock.instant().minus(Duration.ofDays(days)).toString();
    }

    private CurationItem item(Row row, List<String> languages) {
        var shown = Names.shown(row.names(), languages);
        return new CurationItem(
                new CuratedInstitute(row.id(), shown.value(), row.kind(), row.status(), row.region(), row.version()),
                row.since(),
                Duration.between(row.since(), clock.instant()).toDays(),
                shown.lang());
    }

    private record Row(
            String id,
            InstituteKind kind,
            InstituteStatus status,
            String region,
            long version,
            List<Name> names,
            Instant since) {}
}
