package ma.jazari.partnerships.news;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import ma.jazari.platform.changelog.DatabaseFailure;

/** Organisations of whom there is news. Noted with the news itself; the scheduler tells their conventions. */
@ApplicationScoped
public class PartyNews {

    private static final String TELL =
            """
            insert into party_news (party_key, told_at)
            select wanted.key, ? from unnest(?::varchar[]) as wanted (key)
            where exists (select from convention where party_keys && array[wanted.key])
            on conflict (party_key) do update set told_at = excluded.told_at
            """;
    private static final String NEXT = "select party_key, told_at from party_news order by told_at limit ?";
    // Of what was told again meanwhile, the conventions hear once more.
    private static final String HEARD = "delete from party_news where party_key = ? and told_at = ?";
    // From the index on party_keys.
    private static final String CONVENTIONS =
            """
            select id from convention
            where party_keys && array[?]::varchar[] and id > ?
              and status not in ('TERMINATED', 'EXPIRED', 'REJECTED', 'WITHDRAWN')
            order by id limit ?
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    PartyNews(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** There is news of the parties with these keys; kept where they have conventions to hear of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Collection<String> partyKeys) {
        write(TELL, statement -> {
            statement.setTimestamp(1, Timestamp.from(clock.instant()));
            statement.setArray(2, statement.getConnection().createArrayOf("varchar", partyKeys.toArray()));
        });
    }

    /** Some parties of whom there is news, the longest waiting first. */
    public List<News> next(int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setInt(1, limit);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<News>();
                while (row.next()) {
                    found.add(new News(row.getString(1), row.getTimestamp(2).toInstant()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read news of organisations", e);
        }
    }

    /** The next conventions of the party that can still change, by id. */
    public List<String> conventions(String partyKey, String after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CONVENTIONS)) {
            select.setString(1, partyKey);
            select.setString(2, after);
            select.setInt(3, limit);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the conventions of an organisation", e);
        }
    }

    /** All conventions have heard of it. */
    public void heard(News news) {
        write(HEARD, statement -> {
            statement.setString(1, news.partyKey());
            statement.setTimestamp(2, Timestamp.from(news.toldAt()));
        });
    }

    private void write(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure("keep news of organisations", e);
        }
    }

    /** An organisation of whom there is news. */
    public record News(String partyKey, Instant toldAt) {}

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
