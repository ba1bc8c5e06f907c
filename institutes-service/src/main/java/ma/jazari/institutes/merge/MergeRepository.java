package ma.jazari.institutes.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where merges are kept, and what they are still good for. */
@ApplicationScoped
class MergeRepository {

    private static final String IN_FORCE =
            """
            select id, source_id, successor_id, source_status, merged_at, merged_by, effects::text
            from institute_merge where source_id = ? and undone_at is null
            """;
    private static final String ADD =
            """
            insert into institute_merge (id, source_id, successor_id, source_status, merged_at, merged_by, effects)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final String UNDONE = "update institute_merge set undone_at = ? where id = ?";
    private static final String OPEN =
            """
            select m.source_id, m.source_status
            from institute_merge m join institute successor on successor.id = m.successor_id
            where m.source_id = any (?) and m.undone_at is null and m.merged_at >= ? and successor.status <> 'MERGED'
            """;
    private static final String END =
            """
            with recursive chain (id, successor_id) as (
                select id, successor_id from institute where id = ?
                union select i.id, i.successor_id from institute i join chain c on i.id = c.successor_id
            ) select id from chain where successor_id is null
            """;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    MergeRepository(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The merge that made the institute what it is; empty for one that is not merged. */
    Optional<Merge> inForce(String sourceId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(IN_FORCE)) {
            select.setString(1, sourceId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(merge(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read a merge", e);
        }
    }

    private Merge merge(ResultSet row) throws SQLException {
        try {
            return new Merge(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    InstituteStatus.valueOf(row.getString(4)),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getString(6),
                    mapper.readValue(row.getString(7), MergeEffects.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a merge did cannot be read", e);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Merge merge) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, merge.id());
            insert.setString(2, merge.sourceId());
            insert.setString(3, merge.successorId());
            insert.setString(4, merge.sourceStatus().name());
            insert.setObject(5, merge.mergedAt().atOffset(ZoneOffset.UTC));
            insert.setString(6, merge.mergedBy());
            insert.setString(7, mapper.writeValueAsString(merge.effects()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep a merge", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a merge did cannot be written", e);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void undone(Merge merge, Instant at) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UNDONE)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setObject(2, merge.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("take back a merge", e);
        }
    }

    /** Of the institutes whose merge can be taken back what they were before; merges before that instant cannot. */
    Map<String, InstituteStatus> open(Collection<String> ids, Instant mergedSince) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OPEN)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            select.setObject(2, mergedSince.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var open = new HashMap<String, InstituteStatus>();
                while (row.next()) {
                    open.put(row.getString(1), InstituteStatus.valueOf(row.getString(2)));
                }
                return open;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read which merges can be taken back", e);
        }
    }

    /** The institute that this one is now: itself, or the last of its successors. */
    String endOfChain(String id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(END)) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : id;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("find the successor of an institute", e);
        }
    }
}
