package ma.jazari.events.institutecopy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
        var institute = message.data();
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setString(1, message.subject());
            take.setString(2, institute.required("kind").asText());
            take.setString(3, institute.required("status").asText());
            take.setString(4, institute.required("names").toString());
            take.setString(5, institute.required("region").asText());
            take.setString(6, institute.path("successorId").textValue());
            take.setLong(7, institute.required("version").asLong());
            take.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("take over an institute", e);
        }
    }
}
