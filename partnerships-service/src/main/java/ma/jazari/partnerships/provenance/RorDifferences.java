package ma.jazari.partnerships.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.partnerships.partner.PartnerRepository;
import ma.jazari.partnerships.partner.PartnerSummary;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.changelog.HistoryItem;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import org.jspecify.annotations.Nullable;

/** Where partners differ from what ROR says of them, because an administrator has written it so. */
@ApplicationScoped
class RorDifferences {

    private static final String REPORT = "ror-differences";

    // Serves the report: along partner_ror_differing, and for each partner along the log's key of subject and version;
    // the
    // entry of the version that brought the value says who wrote it.
    private static final String PAGE =
            """
            select r.partner_id, differing.field, now.state #> array[differing.field], r.fields #> array[differing.field],
                r.ror_id, r.record_date, written.entry::jsonb #>> '{actor,sub}', written.entry::jsonb #>> '{actor,name}',
                written.at
            from partner_ror r join partner p on p.id = r.partner_id
            cross join lateral unnest(r.differing) as differing (field)
            left join change_log now on now.subject_type = 'PARTNER' and now.subject_id = p.id
                and now.subject_version = p.version
            left join change_log written on written.subject_type = 'PARTNER' and written.subject_id = p.id
                and written.subject_version = (p.provenance #>> array[differing.field, 'version'])::bigint
            where r.differing <> '{}' and r.partner_id >= ? and (r.partner_id, differing.field) > (?, ?)
            order by r.partner_id, differing.field limit ?
            """;
    private static final String COUNT = "select sum(cardinality(differing)) from partner_ror where differing <> '{}'";

    private final AgroalDataSource database;
    private final PartnerRepository partners;
    private final ObjectMapper mapper;

    RorDifferences(AgroalDataSource database, PartnerRepository partners, ObjectMapper mapper) {
        this.database = database;
        this.partners = partners;
        this.mapper = mapper;
    }

    /** A page of them, by partner and field. */
    @Transactional
    Page<RorDifference> page(ListQuery query, List<String> languages) {
        var after = Cursor.values(query.cursor, REPORT, 2);
        try (var connection = database.getConnection()) {
            var rows = rows(connection, after, query.limit() + 1);
            var total = query.wantsTotal() ? count(connection) : null;
            var page = Page.of(
                    rows,
                    query.limit(),
                    row -> row,
                    row -> Cursor.after(REPORT, List.of(row.partnerId, row.field)),
                    total);
            return page.with(differences(page.items(), languages));
        } catch (SQLException e) {
            throw new DatabaseFailure("read where partners differ from ROR", e);
        }
    }

    private List<RorDifference> differences(List<Row> rows, List<String> languages) {
        var known = partners.findAllOf(rows.stream().map(Row::partnerId).toList()).stream()
                .map(partner -> PartnerSummary.of(partner, languages))
                .collect(Collectors.toMap(PartnerSummary::id, Function.identity()));
        return rows.stream()
                .map(row -> new RorDifference(
                        Objects.requireNonNull(known.get(row.partnerId)),
                        row.field,
                        row.ours,
                        row.ror,
                        row.rorId,
                        row.recordDate,
                        row.by,
                        row.at))
                .toList();
    }

    private record Row(
            String partnerId,
            String field,
            @Nullable JsonNode ours,
            @Nullable JsonNode ror,
            String rorId,
            LocalDate recordDate,
            HistoryItem.@Nullable Who by,
            @Nullable Instant at) {}

    private List<Row> rows(Connection connection, List<String> after, int limit) throws SQLException {
        try (var select = connection.prepareStatement(PAGE)) {
            var partner = after.isEmpty() ? "" : after.getFirst();
            select.setString(1, partner);
            select.setString(2, partner);
            select.setString(3, after.isEmpty() ? "" : after.getLast());
            select.setInt(4, limit);
            try (var row = select.executeQuery()) {
                var rows = new ArrayList<Row>();
                while (row.next()) {
                    rows.add(row(row));
                }
                return rows;
            }
        }
    }

    private Row row(ResultSet row) throws SQLException {
        var name = row.getString(8);
        var at = row.getObject(9, OffsetDateTime.class);
        return new Row(
                row.getString(1),
                row.getString(2),
                json(row.getString(3)),
                json(row.getString(4)),
                row.getString(5),
                row.getDate(6).toLocalDate(),
                name == null ? null : new HistoryItem.Who(row.getString(7), name),
                at == null ? null : at.toInstant());
    }

    private static long count(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(COUNT);
                var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
