package ma.jazari.institutes.competency;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.institutes.competency.PooledCompetencyResponse.Sum;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.institutes.institute.Region;
import ma.jazari.institutes.vocabulary.Terms;
import ma.jazari.institutes.vocabulary.Vocabulary;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.paging.Cursor;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;

/** The skills that the active institutes pool: totals by field. */
@ApplicationScoped
class CompetencyPool {

    // Serves both queries: along institute_competency_by_field.
    private static final String POOLED =
            """
            with pooled as (
                select c.field, c.level, i.region, c.institute_id, c.people
                from institute_competency c join institute i on i.id = c.institute_id
                where i.status = 'ACTIVE' and c.field > ?
                  and (? or c.field = any (?)) and (? or c.level = any (?))
                  and (? or i.region = any (?)) and (? or i.missions && ?)
            )
            """;
    private static final String PAGE = POOLED
            + """
            select field, coalesce(level, region), count(distinct institute_id), sum(people)
            from pooled join (select distinct field from pooled order by field limit ?) as page using (field)
            group by grouping sets ((field), (field, level), (field, region)) order by field
            """;
    private static final String COUNT = POOLED + "select count(distinct field) from pooled";
    private static final int BOUND = 9;

    private final AgroalDataSource database;
    private final Terms terms;

    CompetencyPool(AgroalDataSource database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    private record Filter(List<String> fields, List<String> levels, List<String> regions, List<String> missions) {

        static Filter of(PoolQuery query) {
            return new Filter(
                    ListQuery.anyOf(query.field),
                    names(ListQuery.anyOf("level", query.level, CompetencyLevel.class)),
                    Region.anyOf(query.region),
                    names(ListQuery.anyOf("mission", query.mission, Mission.class)));
        }

        private static List<String> names(List<? extends Enum<?>> constants) {
            return constants.stream().map(Enum::name).toList();
        }

        void bind(PreparedStatement select, String after) throws SQLException {
            select.setString(1, after);
            int i = 1;
            for (var values : List.of(fields, levels, regions, missions)) {
                select.setBoolean(++i, values.isEmpty());
                select.setArray(++i, select.getConnection().createArrayOf("varchar", values.toArray()));
            }
        }
    }

    /** A page of the fields that somebody has, by field. */
    @Transactional
    Page<PooledCompetencyResponse> find(PoolQuery query, List<String> languages) {
        var filter = Filter.of(query);
        var binding = "pool " + filter;
        var after = Cursor.values(query.cursor, binding, 1);
        try (var connection = database.getConnection()) {
            var total = query.wantsTotal() ? count(connection, filter) : null;
            var rows = read(connection, filter, after.isEmpty() ? "" : after.getFirst(), query.limit() + 1);
            var page =
                    Page.of(rows, query.limit(), row -> row, row -> Cursor.after(binding, List.of(row.field())), total);
            var fields = page.items().stream().map(PooledField::field).toList();
            var labels = terms.labels(Vocabulary.COMPETENCY_FIELDS, fields);
            return page.with(page.items().stream()
                    .map(row -> row.response(labels.getOrDefault(row.field(), List.of()), languages))
                    .toList());
        } catch (SQLException e) {
            throw new DatabaseFailure("add competencies up", e);
        }
    }

    private static List<PooledField> read(Connection connection, Filter filter, String after, int limit)
            throws SQLException {
        Map<String, PooledField> fields = new LinkedHashMap<>();
        try (var select = connection.prepareStatement(PAGE)) {
            filter.bind(select, after);
            select.setInt(BOUND + 1, limit);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    fields.computeIfAbsent(row.getString(1), PooledField::new)
                            .add(row.getString(2), new Sum(row.getLong(3), row.getLong(4)));
                }
            }
        }
        return List.copyOf(fields.values());
    }

    private static long count(Connection connection, Filter filter) throws SQLException {
        try (var select = connection.prepareStatement(COUNT)) {
            filter.bind(select, "");
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
