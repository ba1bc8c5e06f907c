package ma.jazari.partnerships.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.jazari.partnerships.partner.Partner;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Where what ROR says of partners is kept, and held against what an administrator wrote. */
@ApplicationScoped
public class RorStatements {

    // Serve the import: along the primary key of partner_ror.
    private static final String KNOWN =
            "select ror_id, partner_id, record_date, digest from partner_ror where ror_id = any (?)";
    private static final String PUT =
            """
            insert into partner_ror (ror_id, partner_id, record_date, fields, digest, differing)
            values (?, ?, ?, ?::jsonb, ?, ?)
            on conflict (ror_id) do update set record_date = excluded.record_date, fields = excluded.fields,
                digest = excluded.digest, differing = excluded.differing
            where partner_ror.partner_id = excluded.partner_id and partner_ror.record_date <= excluded.record_date
            """;
    // Serve a change of a partner: along the unique key of its id.
    private static final String OF_PARTNERS =
            "select partner_id, ror_id, record_date, fields::text from partner_ror where partner_id = any (?)";
    private static final String DIFFERS =
            "update partner_ror set differing = ? where partner_id = ? and differing <> ?";
    private static final String RELEASE = "delete from partner_ror where partner_id = ? and ror_id <> all (?)";

    private static final String SERIALIZATION_FAILURE = "40001";

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    RorStatements(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /**
     * A record of ROR that was imported before.
     *
     * @param digest of what it said
     */
    public record Known(String partnerId, Date recordDate, String digest) {

        /** Whether the statement is of an older record. */
        public boolean isNewerThan(RorStatement statement) {
            return recordDate.toLocalDate().isAfter(statement.recordDate());
        }

        /** Whether the statement says nothing that is new. */
        public boolean says(RorStatement statement, String itsDigest) {
            return recordDate.toLocalDate().equals(statement.recordDate()) && digest.equals(itsDigest);
        }
    }

    /** Those of the ROR records that were imported before, by their id. */
    public Map<String, Known> known(Collection<String> rorIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, texts(connection, rorIds.stream()));
            try (var row = select.executeQuery()) {
                var known = new HashMap<String, Known>();
                while (row.next()) {
                    known.put(row.getString(1), new Known(row.getString(2), row.getDate(3), row.getString(4)));
                }
                return known;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read which ROR records are known", e);
        }
    }

    /** Of what the statement says; the same for two records that say the same. */
    public String digest(RorStatement statement) {
        return Canonical.sha256(json(statement.fields()));
    }

    /** Keeps what ROR says of each of the partners. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Map<Partner, RorStatement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var put = connection.prepareStatement(PUT)) {
            for (var entry : statements.entrySet()) {
                var statement = entry.getValue();
                put.setString(1, statement.rorId());
                put.setString(2, entry.getKey().id());
                put.setDate(3, Date.valueOf(statement.recordDate()));
                put.setString(4, json(statement.fields()));
                put.setString(5, digest(statement));
                put.setArray(6, keys(connection, differing(entry.getKey(), statement)));
                put.addBatch();
            }
            checkAll(put.executeBatch());
        } catch (SQLException e) {
            throw new DatabaseFailure("keep what ROR says of partners", e);
        }
    }

    /** What another import has written meanwhile, of another partner or of a newer record, stays. */
    private static void checkAll(int[] counts) throws SQLException {
        if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
            throw new SQLException("another import has taken one of the records", SERIALIZATION_FAILURE);
        }
    }

    /**
     * Holds what an administrator has written against what ROR says: a field that says the same is ROR's again, one that
     * says something else is reported. Before the partners are flushed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void compare(Collection<Partner> partners) {
        var written = partners.stream()
                .filter(partner -> !partner.provenances().overridden().isEmpty())
                .toList();
        if (written.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            var statements = ofPartners(connection, written);
            for (var partner : written) {
                var statement = statements.get(partner.id());
                if (statement != null) {
                    partner.giveBack(statement);
                    differs(connection, partner, differing(partner, statement));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("compare partners with what ROR says", e);
        }
    }

    /** Lets go of a partner that no longer has the id of its ROR record; all that it holds is the administrator's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(Partner partner) {
        if (!partner.provenances().isOfRor()) {
            return;
        }
        try (var connection = database.getConnection();
                var release = connection.prepareStatement(RELEASE)) {
            release.setString(1, partner.id());
            release.setArray(2, texts(connection, partner.rorIds()));
            if (release.executeUpdate() > 0) {
                partner.leaveRor();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("let go of a partner that is of another ROR record", e);
        }
    }

    /** One that was merged is nobody's to correct. */
    private static Set<PartnerField> differing(Partner partner, RorStatement statement) {
        return partner.successorId() == null
                ? statement.differing(partner.fields(), partner.provenances().overridden())
                : Set.of();
    }

    private Map<String, RorStatement> ofPartners(Connection connection, List<Partner> partners) throws SQLException {
        try (var select = connection.prepareStatement(OF_PARTNERS)) {
            select.setArray(1, texts(connection, partners.stream().map(Partner::id)));
            try (var row = select.executeQuery()) {
                var statements = new HashMap<String, RorStatement>();
                while (row.next()) {
                    statements.put(row.getString(1), statement(row));
                }
                return statements;
            }
        }
    }

    private RorStatement statement(ResultSet row) throws SQLException {
        try {
            var fields = mapper.readValue(row.getString(4), PartnerFields.class);
            return new RorStatement(row.getString(2), row.getDate(3).toLocalDate(), fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void differs(Connection connection, Partner partner, Set<PartnerField> fields) throws SQLException {
        try (var update = connection.prepareStatement(DIFFERS)) {
            update.setArray(1, keys(connection, fields));
            update.setString(2, partner.id());
            update.setArray(3, keys(connection, fields));
            update.executeUpdate();
        }
    }

    private String json(PartnerFields fields) {
        try {
            return mapper.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Array keys(Connection connection, Set<PartnerField> fields) throws SQLException {
        return texts(connection, fields.stream().map(PartnerField::key));
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
