package ma.jazari.events.institutecopy;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.inbox.Message;

/** Where the copies of institutes are kept. */
@ApplicationScoped
class InstituteCopyRepository implements PanacheRepositoryBase<InstituteCopy, String> {

    // One statement: the two topics are read apart, and the newer version wins whichever comes first.
    private static final String TAKE =
            """
            insert into institute_copy (id, kind, status, names, region, successor_id, version)
            values (?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (id) do update set
                kind = excluded.kind, status = excluded.status, names = excluded.names, region = excluded.region,
                successor_id = excluded.successor_id, version = excluded.version
            where institute_copy.version < excluded.version
            """;

    // Each version stays, so that figures of the past know where the institute was then.
    private static final String KEEP =
            """
            insert into institute_past (id, version, region, successor_id, updated_at)
            values (?, ?, ?, ?, coalesce(?::timestamptz, now())) on conflict (id, version) do nothing
            """;

    private final AgroalDataSource database;

    InstituteCopyRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** The copies of those of the institutes that are known. */
    Map<String, InstituteCopy> findAll(Collection<String> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(InstituteCopy::id, Function.identity()));
    }

    /** Takes over the state that the message carries, unless a newer one is known. */
    @Transactional(Transactional.TxType.MANDATORY)
    void take(Message message) {
        try (var connection = database.getConnection()) {
            take(connection, message.subject(), message.data());
            keep(connection, message.subject(), message.data());
        } catch (SQLException e) {
            throw new DatabaseFailure("take over an institute", e);
        }
    }

    private static void take(Connection connection, String id, JsonNode institute) throws SQLException {
        try (var take = connection.prepareStatement(TAKE)) {
            take.setString(1, id);
            take.setString(2, institute.required("kind").asText());
            take.setString(3, institute.required("status").asText());
            take.setString(4, institute.required("names").toString());
            take.setString(5, institute.required("region").asText());
            take.setString(6, institute.path("successorId").textValue());
            take.setLong(7, institute.required("version").asLong());
            take.executeUpdate();
        }
    }

    private static void keep(Connection connection, String id, JsonNode institute) throws SQLException {
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, id);
            keep.setLong(2, institute.required("version").asLong());
            keep.setString(3, institute.required("region").asText());
            keep.setString(4, institute.path("successorId").textValue());
            keep.setString(5, institute.path("updatedAt").textValue());
            keep.executeUpdate();
        }
    }
}
