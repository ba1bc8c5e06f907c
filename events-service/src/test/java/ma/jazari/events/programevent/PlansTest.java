package ma.jazari.events.programevent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No request reads a large table from one end to the other for want of an index: PostgreSQL itself counts the rows that
 * sequential scans have read. Among 20,000 program events that nobody made, and therefore in a database of its own.
 */
@QuarkusTest
@WithTestResource(value = RealParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class PlansTest {

    private static final List<String> LARGE = List.of(
            "program_event",
            "program_event_session",
            "search_document",
            "search_name",
            "search_word",
            "search_word_form");

    private static final String ONE = "00000000-0000-7000-8000-000000100010";
    private static final String LIST = "/v1/program-events";

    private static final List<String> ANYBODY = List.of(
            LIST,
            LIST + "?sort=-start&limit=200",
            LIST + "?sort=-updatedAt",
            LIST + "?sort=id",
            LIST + "?type=HACKATHON",
            LIST + "?status=CANCELLED",
            LIST + "?region=MA-05",
            LIST + "?institute=j00000195",
            LIST + "?programme=00000000-0000-7000-8000-000000000007",
            LIST + "?attendance=ONLINE",
            LIST + "?language=ber",
            LIST + "?from=2030-01-01&to=2030-01-02&total=true&facets=type,region,institute",
            LIST + "?near=33.5,-7.6&within=1",
            LIST + "?q=pejfciamdgfk 100007",
            LIST + "?q=pejfcia",
            LIST + "?q=pejfziamdgfk",
            LIST + "?q=qwertyuiop asdfgh",
            LIST + "/" + ONE,
            LIST + "/" + ONE + ".ics",
            LIST + "/" + ONE + ".ics?detail=sessions",
            "/v1/calendars/institutes/j00000195.ics",
            "/v1/calendars/programmes/00000000-0000-7000-8000-000000000007.ics",
            "/v1/calendars/regions/MA-05.ics",
            "/v1/calendars/network.ics",
            "/v1/calendars/network.ics?detail=sessions",
            "/v1/calendars/network.atom");

    // A join that finds nothing on one side looks at a row of the other.
    private static final int MANY = 1_000;

    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    // The sequencer's and the relay's, which read what is new.
    private static final int PERMANENT = 2;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void has_many_program_events() throws SQLException {
        execute(
                """
                insert into institute_copy (id, kind, status, names, region, version)
                values ('j00000195', 'INSTITUTE', 'ACTIVE', '[]', 'MA-05', 1) on conflict do nothing
                """,
                """
                insert into program_event (id, type, status, start_local, end_local, zone, tzdb, start_at, end_at, attendance,
                                           region, host_institute_ids, languages, details, sample, sequence, version,
                                           created_at, updated_at)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                       case n % 500 when 0 then 'HACKATHON' else 'SEMINAR' end,
                       case n % 500 when 1 then 'CANCELLED' else 'PUBLISHED' end,
                       to_char(starts, 'YYYY-MM-DD"T"HH24:MI'), to_char(starts + interval '1 hour', 'YYYY-MM-DD"T"HH24:MI'),
                       'Africa/Casablanca', '2026c', starts, starts + interval '1 hour',
                       case n % 500 when 2 then 'ONLINE' else 'ON_SITE' end,
                       'MA-' || lpad((n % 12 + 1)::text, 2, '0'),
                       array[case n % 500 when 3 then 'j00000195' else 'j00000098' end],
                       array[case n % 500 when 4 then 'ber' else 'fr' end],
                       jsonb_build_object(
                           'titles', jsonb_build_array(jsonb_build_object('value', word || ' ' || n, 'lang', 'fr')),
                           'descriptions', '[]'::jsonb, 'conventionIds', '[]'::jsonb,
                           'programmeId', '00000000-0000-7000-8000-' || lpad((n % 500)::text, 12, '0'),
                           'venue', jsonb_build_object('city', 'Casablanca', 'lat', 30 + n % 500 / 100.0, 'lon', -7.6)),
                       true, 0, 2, now(), now()
                from (select n, timestamptz '2026-01-01T10:00Z' + n % 9000 * interval '6 hours' as starts,
                             translate(substr(md5(n::text), 1, 12), '0123456789', 'ghijklmnop') as word
                      from generate_series(100000, 119999) n) made on conflict do nothing
                """,
                """
                insert into programme (id, code, status, from_date, titles, indicators, search_text, sample, version,
                                       created_at, updated_at)
                values ('00000000-0000-7000-8000-000000000007', 'T-PLANS', 'ACTIVE', '2026-01-12',
                        '[{"value": "Programme", "lang": "fr"}]', '[]', 'programme', true, 1, now(), now())
                on conflict do nothing
                """,
                """
                insert into program_event_session (id, event_id, details, start_at, version, created_at, updated_at)
                select overlay(id::text placing '1' from 1)::uuid, id,
                       jsonb_build_object('titles', details -> 'titles', 'start', start_local, 'end', end_local, 'zone', zone),
                       start_at, 1, now(), now()
                from program_event where sample on conflict do nothing
                """,
                """
                insert into search_document (id, words, names, places, digest)
                select id::text, (E'\\'' || split_part(title, ' ', 1) || E'\\':1A \\'' || split_part(title, ' ', 2) || E'\\':2A')::tsvector,
                       array[title], '{}', ''
                from (select id, details #>> '{titles,0,value}' as title from program_event where sample) made
                on conflict do nothing
                """,
                """
                insert into search_name (id, kind, name, prominence)
                select id::text, 'SHOWN', details #>> '{titles,0,value}', 0 from program_event where sample
                on conflict do nothing
                """,
                """
                insert into search_word_form (form, word)
                select distinct word, word from (
                    select split_part(details #>> '{titles,0,value}', ' ', 1) as word from program_event where sample) made
                on conflict do nothing
                """,
                "analyze",
                // A table is then read from end to end only where no index can serve.
                "do $$ begin execute 'alter database ' || current_database() || ' set enable_seqscan = off'; end $$");
        anonymous().get(LIST + "?limit=1").then().statusCode(200);
        rowsReadInSequence();
        rowsReadInSequence();
        execute("select pg_stat_reset()");
    }

    @Test
    void reads_no_large_table_from_end_to_end() throws SQLException {
        var guilty = new LinkedHashMap<String, Map<String, Long>>();
        for (var path : ANYBODY) {
            readBy(path, () -> anonymous(), guilty);
        }
        readBy(LIST + "?status=DRAFT", () -> as(Tokens.instituteAdmin("j00000195")), guilty);

        assertThat(guilty).isEmpty();
    }

    private void readBy(String path, Supplier<RequestSpecification> caller, Map<String, Map<String, Long>> guilty)
            throws SQLException {
        var before = rowsReadInSequence();
        caller.get().get(path).then().statusCode(200);
        var after = rowsReadInSequence();
        var read = new LinkedHashMap<String, Long>();
        LARGE.forEach(table -> {
            long more = after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L);
            if (more >= MANY) {
                read.put(table, more);
            }
        });
        if (!read.isEmpty()) {
            guilty.put(path, read);
        }
    }

    /** Connections tell what they have read when they close, so all are closed first. */
    private Map<String, Long> rowsReadInSequence() throws SQLException {
        // Again and again: what looks for offers and mails every few seconds leaves a connection behind each time.
        await().atMost(20, SECONDS).until(() -> {
            database.flush(FlushMode.GRACEFUL);
            return count(OTHERS) <= PERMANENT;
        });
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select relname, seq_tup_read from pg_stat_user_tables where relname = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", LARGE.toArray()));
            try (var row = select.executeQuery()) {
                var rows = new LinkedHashMap<String, Long>();
                while (row.next()) {
                    rows.put(row.getString(1), row.getLong(2));
                }
                return rows;
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
