package ma.jazari.events.conventioncopy;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.StreamSupport;
import ma.jazari.platform.changelog.DatabaseFailure;
import ma.jazari.platform.inbox.Message;
import ma.jazari.platform.inbox.MessageHandler;
import org.jspecify.annotations.Nullable;

/** Keeps what the public conventions were by each of their messages: those that are or were in force. */
@Singleton
class ConventionCopyHandler implements MessageHandler {

    private static final String TAKE =
            """
            insert into convention_copy (id, status, south_south, in_force_since, ended_on, institute_id, version, updated_at)
            values (?::uuid, ?, ?, ?::date, ?::date, ?, ?, ?::timestamptz)
            on conflict (id, version) do nothing
            """;

    private final AgroalDataSource database;

    ConventionCopyHandler(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public Set<String> topics() {
        return Set.of("jazari.conventions");
    }

    @Override
    public boolean knows(String type) {
        return type.startsWith("convention.");
    }

    @Override
    public void handle(Message message) {
        var convention = message.data();
        try (var connection = database.getConnection();
                var take = connection.prepareStatement(TAKE)) {
            take.setString(1, message.subject());
            take.setString(2, convention.required("status").asText());
            take.setBoolean(3, convention.required("southSouth").asBoolean());
            take.setString(4, convention.path("inForceSince").textValue());
            take.setString(5, convention.path("endedOn").textValue());
            take.setString(6, firstInstitute(convention));
            take.setLong(7, convention.required("version").asLong());
            take.setString(8, convention.required("updatedAt").asText());
            take.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("take over a convention", e);
        }
    }

    private static @Nullable String firstInstitute(JsonNode convention) {
        return StreamSupport.stream(convention.path("parties").spliterator(), false)
                .map(party -> party.path("party"))
                .filter(party -> party.path("type").asText().equals("INSTITUTE"))
                .map(party -> party.path("id").textValue())
                .findFirst()
                .orElse(null);
    }
}
