package ma.jazari.events.tally;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the statements of this package end with, and how they are run. */
final class MoveSums {

    /**
     * Adds up {@code move (indicator, day, institute_id, region, worth, value, counted)}, whose worth is ALL, VERIFIED or
     * REPORTED: what is summed up to a day is what there was on that day. Each row is of one dimension, null being what has
     * none.
     */
    static final String FIGURES =
            """
            , figure as (
                select indicator, day, institute_id, region, grouping(day, institute_id, region) as dimension,
                       sum(value) filter (where worth = 'ALL') as value,
                       sum(counted) filter (where worth = 'ALL') as counted,
                       sum(value) filter (where worth = 'VERIFIED') as verified,
                       sum(counted) filter (where worth = 'VERIFIED') as of_verified,
                       sum(value) filter (where worth = 'REPORTED') as reported,
                       sum(counted) filter (where worth = 'REPORTED') as of_reported
                from move group by grouping sets ((indicator, day), (indicator, institute_id), (indicator, region))
            )
            select f.*, c.names::text as names from figure f left join institute_copy c on c.id = f.institute_id
            order by f.indicator, f.dimension, f.day, f.institute_id, f.region
            """;

    /** What {@code grouping} says of a row of a day. */
    static final int OF_DAY = 0b011;

    /** What {@code grouping} says of a row of an institute. */
    static final int OF_INSTITUTE = 0b101;

    /** What {@code grouping} says of a row of a region. */
    static final int OF_REGION = 0b110;

    private MoveSums() {}

    /** Of a statement that is large enough to be compiled: for what it reads, that takes longer than reading it. */
    static PreparedStatement prepare(Connection connection, String statement) throws SQLException {
        try (var set = connection.createStatement()) {
            set.execute("set local jit = off");
        }
        return connection.prepareStatement(statement);
    }
}
