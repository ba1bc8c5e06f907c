package ma.jazari.partnerships.partykey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.partnerships.agreement.PartyRef;
import ma.jazari.platform.changelog.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Where the keys of parties are kept. What was published stays, and the database holds to it, too. */
@ApplicationScoped
class KeySetRepository {

    private static final String SETS =
            "select party_key, version, updated_at from party_keys where party_key = any (?)";
    private static final String LOCKED = SETS + " for update";
    // Along the primary key.
    private static final String KEYS =
            "select party_key, jwk, valid_from, valid_to from party_key where party_key = any (?)";
    private static final String FIRST =
            """
            insert into party_keys (party_key, version, updated_at) values (?, ?, ?)
            on conflict (party_key) do nothing
            """;
    private static final String NEXT = "update party_keys set version = ?, updated_at = ? where party_key = ?";
    private static final String ADD =
            "insert into party_key (party_key, kid, jwk, alg, valid_from) values (?, ?, ?::jsonb, ?, ?)";
    private static final String RETIRE = "update party_key set valid_to = ? where party_key = ? and kid = ?";

    private static final TypeReference<Map<String, String>> MEMBERS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper mapper;

    KeySetRepository(AgroalDataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    /** The party's keys; none if it never published any. */
    KeySet find(PartyRef party) {
        return read(SETS, List.of(party)).stream().findFirst().orElse(KeySet.none(party));
    }

    /** The same, locked until the transaction ends, so that changes of it come one after the other. */
    KeySet findForChange(PartyRef party) {
        return read(LOCKED, List.of(party)).stream().findFirst().orElse(KeySet.none(party));
    }

    /** The keys of those of the parties that have published any. */
    List<KeySet> findAllOf(Collection<PartyRef> parties) {
        return read(SETS, parties);
    }

    /** Keeps the set that the other has become; says whether that was still possible: of two first ones, one is late. */
    boolean save(KeySet before, KeySet after) {
        try (var connection = database.getConnection()) {
            boolean kept = before.wasPublished() ? next(connection, after) : first(connection, after);
            if (kept) {
                saveKeys(connection, before, after);
            }
            return kept;
        } catch (SQLException e) {
            throw new DatabaseFailure("keep the keys of a party", e);
        }
    }

    private static boolean first(Connection connection, KeySet set) throws SQLException {
        try (var insert = connection.prepareStatement(FIRST)) {
            insert.setString(1, set.party().key());
            insert.setLong(2, set.version());
            insert.setTimestamp(3, timestamp(set.updatedAt()));
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean next(Connection connection, KeySet set) throws SQLException {
        try (var update = connection.prepareStatement(NEXT)) {
            update.setLong(1, set.version());
            update.setTimestamp(2, timestamp(set.updatedAt()));
            update.setString(3, set.party().key());
            return update.executeUpdate() == 1;
        }
    }

    private void saveKeys(Connection connection, KeySet before, KeySet after) throws SQLException {
        try (var add = connection.prepareStatement(ADD);
                var retire = connection.prepareStatement(RETIRE)) {
            for (var key : after.keys()) {
                var known = before.find(key.kid());
                if (known.isEmpty()) {
                    add.setString(1, after.party().key());
                    add.setString(2, key.kid());
                    add.setString(3, json(key.jwk()));
                    add.setString(4, key.alg());
                    add.setTimestamp(5, timestamp(key.validFrom()));
                    add.addBatch();
                } else if (known.get().isCurrent() && !key.isCurrent()) {
                    retire.setTimestamp(1, timestamp(key.validTo()));
                    retire.setString(2, after.party().key());
                    retire.setString(3, key.kid());
                    retire.addBatch();
                }
            }
            add.executeBatch();
            retire.executeBatch();
        }
    }

    private List<KeySet> read(String sets, Collection<PartyRef> parties) {
        var names = parties.stream().map(PartyRef::key).toArray();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sets)) {
            select.setArray(1, connection.createArrayOf("text", names));
            var found = new ArrayList<KeySet>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new KeySet(
                            PartyRef.ofKey(row.getString(1)),
                            row.getLong(2),
                            row.getTimestamp(3).toInstant(),
                            List.of()));
                }
            }
            var keys = keys(connection, names);
            return found.stream()
                    .map(set -> set.with(keys.getOrDefault(set.party().key(), List.of())))
                    .toList();
        } catch (SQLException e) {
            throw new DatabaseFailure("read the keys of parties", e);
        }
    }

    private Map<String, List<PartyKey>> keys(Connection connection, Object[] names) throws SQLException {
        try (var select = connection.prepareStatement(KEYS)) {
            select.setArray(1, connection.createArrayOf("text", names));
            try (var row = select.executeQuery()) {
                var keys = new HashMap<String, List<PartyKey>>();
                while (row.next()) {
                    var key = new PartyKey(
                            SigningKey.ofJwk(members(row.getString(2))),
                            row.getTimestamp(3).toInstant(),
                            instant(row.getTimestamp(4)));
                    keys.computeIfAbsent(row.getString(1), ignored -> new ArrayList<>())
                            .add(key);
                }
                return keys;
            }
        }
    }

    private Map<String, String> members(String json) {
        try {
            return mapper.readValue(json, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String json(Map<String, String> jwk) {
        try {
            return mapper.writeValueAsString(jwk);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
