package ma.jazari.institutes.institute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.platform.test.ManyRecords;
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No request reads a large table from one end to the other for want of an index: PostgreSQL itself counts the rows that
 * sequential scans have read. Among 20,000 institutes that nobody made.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(ManyRecords.class)
class PlansTest {

    private static final List<String> LARGE = List.of(
            "institute",
            "search_document",
            "search_name",
            "search_word",
            "search_word_form",
            "change_log",
            "change_sequence",
            "institute_key",
            "institute_competency",
            "institute_solution",
            "institute_infrastructure",
            "institute_relationship");

    private static final List<String> ANYBODY = List.of(
            "/v1/institutes",
            "/v1/institutes?limit=200&sort=-updatedAt",
            "/v1/institutes?sort=name",
            "/v1/institutes?sort=-name",
            "/v1/institutes?region=MA-05",
            "/v1/institutes?status=SUSPENDED",
            "/v1/institutes?parentId=j00000098",
            "/v1/institutes?ids=j00000098",
            "/v1/institutes?focusArea=robotics",
            "/v1/institutes?q=pejfciamdgfk 100007",
            "/v1/institutes?q=pejfciamdgfk 100007&total=true&facets=region,mission,status",
            "/v1/institutes?q=pejfcia",
            "/v1/institutes?q=pejfziamdgfk",
            "/v1/institutes?q=qwertyuiop asdfgh",
            "/v1/institutes?competency=computer-vision&level=RESEARCH&region=MA-05",
            "/v1/institutes/j00000098",
            "/v1/institutes/j00000098?asOf=2100-01-01",
            "/v1/institutes/j00000098/history",
            "/v1/institutes/j00000098/competencies",
            "/v1/institutes/j00000098/relationships",
            "/v1/institutes/suggest?q=p",
            "/v1/institutes/suggest?q=pejfci",
            "/v1/institutes/match?text=pejfciamdgfk 100007, Rabat",
            "/v1/institutes/match?text=qqqqwwww zzzzxxxx",
            "/v1/institutes/export?ids=j00000098",
            "/v1/changes?types=institute.merged",
            "/v1/network/tree?limit=50",
            "/v1/network/tree?limit=50&asOf=2100-01-01",
            "/v1/changes?limit=20");

    private static final List<String> ADMINISTRATOR = List.of(
            "/v1/institutes/curation/pending-admissions",
            "/v1/institutes/curation/stale",
            "/v1/institutes?status=PENDING",
            "/v1/change-suggestions?status=PENDING");

    // A join that finds nothing on one side looks at a row of the other.
    private static final int MANY = 1_000;

    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    // The sequencer's and the relay's, which read what is new.
    private static final int PERMANENT = 2;
    private static final String UNPUBLISHED =
            """
            select (select count(*) from change_log) - (select count(*) from change_sequence)
                 + (select count(*) from change_sequence, relay_position where seq > published_through)
            """;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void has_many_institutes() throws SQLException {
        InstituteFixture.root();
        execute(
                """
                insert into institute (id, kind, status, parent_id, region, missions, focus_areas, details, sort_name,
                                       sample, version, created_at, updated_at)
                select 'j' || lpad(to_hex(n), 6, '0') || '77', 'INSTITUTE',
                       case n % 50 when 0 then 'PENDING' when 1 then 'SUSPENDED' else 'ACTIVE' end,
                       case when n % 50 = 0 then null else 'j00000098' end, 'MA-' || lpad((n % 12 + 1)::text, 2, '0'),
                       array['RESEARCH'], array[case when n % 500 = 0 then 'robotics' else 'health' end],
                       jsonb_build_object('names', jsonb_build_array(
                           jsonb_build_object('value', word || ' ' || n, 'lang', 'fr', 'type', 'DISPLAY')),
                           'links', '[]'::jsonb, 'domains', '[]'::jsonb, 'externalIds', '[]'::jsonb, 'contacts', '[]'::jsonb),
                       word || ' ' || n, true, 1, now(), now()
                from (select n, translate(substr(md5(n::text), 1, 12), '0123456789', 'ghijklmnop') as word
                      from generate_series(100000, 119999) n) made on conflict do nothing
                """,
                """
                insert into search_document (id, words, names, places, digest)
                select id, (E'\\'' || split_part(sort_name, ' ', 1) || E'\\':1A \\'' || split_part(sort_name, ' ', 2) || E'\\':2A')::tsvector,
                       array[sort_name], '{}', ''
                from institute where id like '%77' on conflict do nothing
                """,
                """
                insert into search_name (id, kind, name, prominence)
                select id, 'SHOWN', sort_name, 1 from institute
                where id like '%77' on conflict do nothing
                """,
                """
                insert into search_word_form (form, word)
                select split_part(sort_name, ' ', 1), split_part(sort_name, ' ', 1) from institute
                where id like '%77' on conflict do nothing
                """,
                """
                insert into change_log (id, type, subject_type, subject_id, subject_version, at, actor, entry, hash, state)
                select gen_random_uuid(), 'institute.created', 'INSTITUTE', id, 1, now(), 'plans', '{"at": "2026-01-01T00:00:00Z"}',
                       'none', jsonb_build_object('id', id, 'status', status, 'parentId', parent_id, 'kind', kind,
                                                  'names', details -> 'names', 'region', region, 'missions', missions)
                from institute where id like '%77' on conflict do nothing
                """,
                "analyze");
        await().atMost(60, SECONDS).until(() -> count(UNPUBLISHED) == 0);
        execute(
                "analyze",
                // A table is then read from end to end only where no index can serve.
                "do $$ begin execute 'alter database ' || current_database() || ' set enable_seqscan = off'; end $$");
        anonymous().get("/v1/changes?limit=1").then().statusCode(200);
        rowsReadInSequence();
        rowsReadInSequence();
        execute("select pg_stat_reset()");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void reads_no_large_table_from_end_to_end() throws SQLException {
        var guilty = new LinkedHashMap<String, Map<String, Long>>();
        for (var path : ANYBODY) {
            readBy(path, () -> anonymous().get(path).then().statusCode(200), guilty);
        }
        for (var path : ADMINISTRATOR) {
            readBy(path, () -> as(Tokens.networkAdmin()).get(path).then().statusCode(200), guilty);
        }
        assertThat(guilty).isEmpty();
    }

    private void readBy(String path, Runnable request, Map<String, Map<String, Long>> guilty) throws SQLException {
        var before = rowsReadInSequence();
        request.run();
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
        database.flush(FlushMode.GRACEFUL);
        await().atMost(20, SECONDS).until(() -> count(OTHERS) <= PERMANENT);
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

    private void execute(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
