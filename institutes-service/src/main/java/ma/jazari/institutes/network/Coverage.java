package ma.jazari.institutes.network;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import ma.jazari.institutes.institute.Region;
import ma.jazari.institutes.network.CoverageResponse.FieldCoverage;
import ma.jazari.institutes.network.CoverageResponse.RegionCoverage;
import ma.jazari.institutes.network.CoverageResponse.Totals;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.text.LocalText;

/** Counts what is where, in two queries. */
@ApplicationScoped
class Coverage {

    private static final String INSTITUTES =
            """
            select i.region, m.mission, count(distinct i.id)
            from institute i cross join lateral unnest(i.missions) as m (mission) where i.status = 'ACTIVE'
            group by grouping sets ((), (m.mission), (i.region), (i.region, m.mission))
            """;
    private static final String COMPETENCIES =
            """
            select i.region, c.field, count(distinct c.institute_id), sum(c.people)
            from institute_competency c join institute i on i.id = c.institute_id where i.status = 'ACTIVE'
            group by grouping sets ((c.field), (i.region, c.field)) order by c.field
            """;

    private final AgroalDataSource database;

    Coverage(AgroalDataSource database) {
        this.database = database;
    }

    @Transactional
    CoverageResponse read(List<String> languages) {
        var counts = new Counts();
        each(INSTITUTES, row -> counts.addInstitutes(row.getString(1), row.getString(2), row.getLong(3)));
        each(
                COMPETENCIES,
                row -> counts.addField(
                        row.getString(1), new FieldCoverage(row.getString(2), row.getLong(3), row.getLong(4))));
        var regions = Arrays.stream(Region.values())
                .map(region -> region(region, counts, languages))
                .toList();
        var language = shown(Region.MA_01, languages).lang();
        return new CoverageResponse(
                regions, new Totals(counts.institutes(null), counts.missions(null), counts.fields(null)), language);
    }

    private static RegionCoverage region(Region region, Counts counts, List<String> languages) {
        return new RegionCoverage(
                region.code(),
                region.names(),
                shown(region, languages).value(),
                counts.institutes(region.code()),
                counts.missions(region.code()),
                counts.fields(region.code()));
    }

    private static LocalText shown(Region region, List<String> languages) {
        return LocalText.best(region.names(), languages).orElseThrow();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row reading) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            while (row.next()) {
                reading.read(row);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("count what is where", e);
        }
    }
}
