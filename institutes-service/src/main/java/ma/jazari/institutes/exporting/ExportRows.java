package ma.jazari.institutes.exporting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.feed.FeedCursor;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Scope;

/** The institutes of one export, as the change log holds their present versions. */
final class ExportRows {

    // Not the service's usual limits: a statement here lasts as long as its client reads.
    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";
    private static final String PATIENCE =
            "select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', ?, true)";

    // What is placed and what is not placed yet: if both are the same, nothing has been committed in between.
    private static final String PLACE =
            """
            select k.epoch, coalesce((select max(seq) from change_sequence), 0),
                   (select count(*) || '-' || coalesce(sum(c.position), 0) from change_log c
                    where c.tx >= case when k.settled_before > pg_snapshot_xmax(pg_current_snapshot()) then '0'::xid8
                                       else k.settled_before end
                      and not exists (select from change_sequence s where s.position = c.position))
            from change_clock k
            """;
    // Goes along the primary key, and for each institute along the log's key of subject and version.
    private static final String ROWS =
            """
            select i.id, c.state::text, (c.state #> '{location,lat}')::text, (c.state #> '{location,lon}')::text
            from institute i join change_log c
              on c.subject_type = 'INSTITUTE' and c.subject_id = i.id and c.subject_version = i.version
            where (? or i.status = any (?) or i.id = any (?))
              and (? or i.status = any (?)) and (? or i.kind = any (?)) and (? or i.missions && ?::varchar[])
              and (? or i.region = any (?)) and (? or i.focus_areas && ?::varchar[]) and (? or i.parent_id = any (?))
              and (? or i.id = any (?)) and (?::timestamptz is null or i.updated_at >= ?)
            order by i.id
            """;

    private final ExportFilter filter;
    private final Actor actor;
    private final int fetch;

    ExportRows(ExportFilter filter, Actor actor, int fetch) {
        this.filter = filter;
        this.actor = actor;
        this.fetch = fetch;
    }

    /**
     * Where in the order of changes a snapshot stands.
     *
     * @param etag of the export at this place
     * @param cursor of the last change that was placed before it
     */
    record Place(String etag, String cursor) {}

    /** Begins the snapshot and says where it stands. */
    Place begin(Connection connection, ExportFormat format, ExportService.Setting setting) throws SQLException {
        connection.setAutoCommit(false);
        try (var snapshot = connection.createStatement();
                var patience = connection.prepareStatement(PATIENCE);
                var place = connection.prepareStatement(PLACE)) {
            snapshot.execute(SNAPSHOT);
            patience.setString(1, String.valueOf(setting.stall().toMillis()));
            patience.execute();
            try (var row = place.executeQuery()) {
                row.next();
                var cursor = new FeedCursor(row.getString(1), setting.service(), row.getLong(2)).encode();
                return new Place(etag(format, cursor, row.getString(3)), cursor);
            }
        }
    }

    private String etag(ExportFormat format, String cursor, String unplaced) {
        var audience = actor.seesEverything() ? "all" : actor.audiences().toString();
        return "\"" + Canonical.sha256(String.join("\n", format.name(), filter.toString(), audience, cursor, unplaced))
                + "\"";
    }

    /** Reads the institutes, some at a time. */
    void read(Connection connection, ExportWriter writer) throws SQLException, IOException {
        try (var select = connection.prepareStatement(ROWS)) {
            select.setFetchSize(fetch);
            bind(select);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    writer.write(exported(row));
                }
            }
        }
    }

    private static Exported exported(ResultSet row) throws SQLException {
        return new Exported(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private void bind(PreparedStatement select) throws SQLException {
        select.setBoolean(1, actor.seesEverything());
        var published = Arrays.stream(InstituteStatus.values())
                .filter(InstituteStatus::isPublished)
                .map(Enum::name)
                .toList();
        array(select, 2, published);
        array(select, 3, actor.scopes().stream().map(Scope::id).sorted().toList());
        int next = 4;
        for (var values : List.of(
                filter.statuses(),
                filter.kinds(),
                filter.missions(),
                filter.regions(),
                filter.focusAreas(),
                filter.parentIds(),
                filter.ids())) {
            select.setBoolean(next++, values.isEmpty());
            array(select, next++, values);
        }
        var since = filter.updatedSince() == null ? null : Timestamp.from(filter.updatedSince());
        select.setObject(next++, since, Types.TIMESTAMP);
        select.setObject(next, since, Types.TIMESTAMP);
    }

    private static void array(PreparedStatement statement, int index, List<String> values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", values.toArray()));
    }
}
