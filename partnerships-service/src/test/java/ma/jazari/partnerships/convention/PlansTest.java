package ma.jazari.partnerships.convention;

import static java.util.concurrent.TimeUnit.SECONDS;
import static ma.jazari.platform.test.Api.anonymous;
import static ma.jazari.platform.test.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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
import ma.jazari.platform.test.RealParts;
import ma.jazari.platform.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No list and no statistics read a large table from one end to the other for want of an index: PostgreSQL itself counts
 * the rows that sequential scans have read. Among 5,000 conventions that nobody made, and therefore in a database of its
 * own.
 */
@QuarkusTest
@WithTestResource(value = RealParts.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class PlansTest {

    private static final List<String> LARGE = List.of(
            "convention",
            "convention_revision",
            "deadline",
            "partner",
            "institute_copy",
            "search_document",
            "search_name",
            "search_word_form");

    private static final String INSTITUTE = "j10000007";

    private static final List<String> ANYBODY = List.of(
            "/v1/conventions",
            "/v1/conventions?limit=200&sort=-updatedAt",
            "/v1/conventions?sort=endsOn",
            "/v1/conventions?sort=code",
            "/v1/conventions?status=IN_FORCE&kind=FRAMEWORK&domain=TRAINING",
            "/v1/conventions?health=AT_RISK",
            "/v1/conventions?party=" + INSTITUTE + "&role=SIGNATORY",
            "/v1/conventions?region=MA-05&total=true&facets=status,kind,domain,health,southSouth,region",
            "/v1/conventions?country=SN",
            "/v1/conventions?inForceOn=2026-02-01",
            "/v1/conventions?expiringBefore=2100-01-01",
            "/v1/conventions?awaiting=" + INSTITUTE,
            "/v1/conventions?q=accord pejfciamdgfk",
            "/v1/conventions?q=pejfziamdgfk",
            "/v1/conventions?q=qwertyuiop asdfgh",
            "/v1/conventions/statistics",
            "/v1/conventions/statistics?party=" + INSTITUTE,
            "/v1/conventions/statistics?region=MA-05",
            "/v1/conventions/statistics?from=2026-01-01&to=2026-01-31");

    private static final List<String> INSIDER = List.of(
            "/v1/conventions",
            "/v1/conventions?awaiting=" + INSTITUTE,
            "/v1/conventions/statistics",
            "/v1/conventions/statistics?party=" + INSTITUTE);

    // A join that finds nothing on one side looks at a row of the other.
    private static final int MANY = 1_000;

    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    // The sequencer's and the relay's, which read what is new.
    private static final int PERMANENT = 2;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void has_many_conventions() throws SQLException {
        execute(
                """
                create or replace function well_formed(letter text, number integer) returns text language sql immutable
                    return letter || number || lpad((98 - (
                        select sum(substr(number::text, place, 1)::bigint * 32 ^ (6 - place))::bigint * 100 % 97
                        from generate_series(1, 6) place))::text, 2, '0')
                """,
                """
                insert into institute_copy (id, kind, status, names, country, region, version)
                select well_formed('j', n), 'INSTITUTE', 'ACTIVE',
                       jsonb_build_array(jsonb_build_object('value', 'Institut ' || n, 'lang', 'fr', 'type', 'DISPLAY')),
                       'MA', 'MA-' || lpad((n % 12 + 1)::text, 2, '0'), 1
                from generate_series(100000, 101999) n on conflict do nothing
                """,
                """
                insert into partner (id, type, status, country, details, sort_name, provenance, sample, version, created_at, updated_at)
                select well_formed('p', n), 'UNIVERSITY', 'ACTIVE', case n % 100 when 0 then 'SN' else 'MA' end,
                       jsonb_build_object('names', jsonb_build_array(
                           jsonb_build_object('value', 'Université ' || n, 'lang', 'fr', 'type', 'DISPLAY'))),
                       '', '{}', true, 1, now(), now()
                from generate_series(100000, 101999) n on conflict do nothing
                """,
                """
                insert into convention (id, code, status, kind, domains, owner_key, party_keys, insider_keys, awaited_acts,
                                        agreement, contacts, south_south, revision, digest, proposed_revision,
                                        in_force_revision, course, health, sample, version, created_at, updated_at)
                select '019c1e2a-7b1c-7c3d-8e4f-00000' || lpad(n::text, 7, '0'), 'CNV-2026-' || n,
                       case when proposed then 'PROPOSED' else 'IN_FORCE' end, 'FRAMEWORK',
                       array[case n % 50 when 0 then 'TRAINING' else 'RESEARCH' end], first, array[first, second],
                       array[first, second], case when proposed then array['APPROVE ' || second] else '{}' end,
                       jsonb_build_object('titles', jsonb_build_array(jsonb_build_object('value', 'Accord', 'lang', 'fr')),
                           'kind', 'FRAMEWORK', 'domains', jsonb_build_array('RESEARCH'),
                           'parties', jsonb_build_array(
                               jsonb_build_object('party', jsonb_build_object('type', 'INSTITUTE', 'id', split_part(first, ':', 2)),
                                                  'roles', jsonb_build_array('SIGNATORY')),
                               jsonb_build_object('party', jsonb_build_object('type', 'PARTNER', 'id', split_part(second, ':', 2)),
                                                  'roles', jsonb_build_array('SIGNATORY'))),
                           'terms', '[]'::jsonb, 'contributions', '[]'::jsonb, 'obligations', '[]'::jsonb),
                       '[]', n % 100 = 0, 1, encode(sha256(n::text::bytea), 'hex'), case when proposed then 1 end,
                       case when proposed then null else 1 end,
                       case when proposed then '{"renewals": 0}'
                            else jsonb_build_object('renewals', 0, 'inForceSince', date '2026-01-01' + n % 300,
                                                    'endsOn', date '2099-01-01' + n % 300) end,
                       case when proposed then null when n % 50 = 1 then 'AT_RISK' else 'ON_TRACK' end, true, 1, now(), now()
                from (select n, n % 10 = 0 as proposed, 'INSTITUTE:' || well_formed('j', 100000 + n % 2000) as first,
                             'PARTNER:' || well_formed('p', 100000 + n % 2000) as second
                      from generate_series(100000, 104999) n) made on conflict do nothing
                """,
                """
                insert into convention_revision (convention_id, number, canonical, digest, proposed_at)
                select id, 1, split_part(code, '-', 3), digest, now() from convention where status = 'PROPOSED'
                on conflict do nothing
                """,
                """
                insert into deadline (convention_id, kind, key, due, acts_on, internal)
                select id, 'EXPIRY', '', last_day, last_day + 1, false from convention where status = 'IN_FORCE'
                on conflict do nothing
                """,
                """
                insert into search_document (id, words, names, places, digest)
                select id, (E'\\'accord\\':1A \\'' || word || E'\\':2A')::tsvector, array['accord ' || word], '{}', ''
                from (select id, translate(substr(md5(id), 1, 12), '0123456789', 'ghijklmnop') as word from convention) c
                on conflict do nothing
                """,
                """
                insert into search_name (id, kind, name, prominence)
                select id, 'SHOWN', names[1], 0 from search_document on conflict do nothing
                """,
                """
                insert into search_word_form (form, word)
                select split_part(names[1], ' ', 2), split_part(names[1], ' ', 2) from search_document
                on conflict do nothing
                """,
                "analyze",
                // A table is then read from end to end only where no index can serve.
                "do $$ begin execute 'alter database ' || current_database() || ' set enable_seqscan = off'; end $$");
        rowsReadInSequence();
        execute("select pg_stat_reset()");
    }

    @Test
    void reads_no_large_table_from_end_to_end() throws SQLException {
        var guilty = new LinkedHashMap<String, Map<String, Long>>();
        for (var path : ANYBODY) {
            readBy(anonymous(), path, guilty);
        }
        for (var path : INSIDER) {
            readBy(as(Tokens.instituteAdmin(INSTITUTE)), path, guilty);
        }
        assertThat(guilty).isEmpty();
        anonymous().get("/v1/conventions/statistics").then().body("total", equalTo(4_500));
    }

    private void readBy(RequestSpecification caller, String path, Map<String, Map<String, Long>> guilty)
            throws SQLException {
        var before = rowsReadInSequence();
        caller.get(path).then().statusCode(200);
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
        // Again and again: what looks for deadlines every few seconds leaves a connection behind each time.
        await().atMost(20, SECONDS).until(() -> {
            database.flush(FlushMode.GRACEFUL);
            return others() <= PERMANENT;
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

    private long others() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(OTHERS)) {
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
