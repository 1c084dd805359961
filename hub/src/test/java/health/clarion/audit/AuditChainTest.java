package health.clarion.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.TestPostgres;
import health.clarion.TestPostgres.Database;
import health.clarion.audit.Audit.Head;
import health.clarion.audit.Audit.Verdict.Broken;
import health.clarion.audit.Audit.Verdict.Intact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What whoever owns the database may do to the audit, and whether it is found: in a database of its own. */
class AuditChainTest {

    private static final Instant THEN = Instant.parse("2026-09-01T09:00:00Z");
    private static final Clock LATER = Clock.fixed(THEN.plus(Duration.ofHours(1)), ZoneOffset.UTC);

    private static JdbcClient owner;
    private static JdbcClient hub;

    private JdbcAudit audit;

    @TempDir
    private Path data;

    @BeforeAll
    static void connect() {
        Database database = TestPostgres.fresh();
        owner = JdbcClient.create(new SingleConnectionDataSource(database.ownerUrl(), true));
        hub = JdbcClient.create(
                new SingleConnectionDataSource(database.url(), database.appUser(), database.appPassword(), true));
    }

    @BeforeEach
    void twoSealsOfFiveEntriesAndOneEntryAfterThem() {
        owner.sql("truncate audit.entry, audit.seal restart identity").update();
        JdbcAudit then = new JdbcAudit(
                hub, Clock.fixed(THEN, ZoneOffset.UTC), JsonMapper.builder().build());
        audit = new JdbcAudit(hub, LATER, JsonMapper.builder().build());
        record(then, 1, 5);
        audit.seal();
        record(then, 6, 10);
        audit.seal();
        record(audit, 11, 11);
    }

    private static void record(Audit audit, int first, int last) {
        for (int n = first; n <= last; n++) {
            audit.record("post.written", "member:a", "post:" + n, Map.of("revision", String.valueOf(n), "hash", "ab"));
        }
    }

    @Test
    void anUntouchedChainPassesAndSaysWhereTheSealEnds() {
        assertThat(audit.verify(null)).isEqualTo(new Intact(11, 1, audit.head()));
        assertThat(audit.head().lastEntry()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
            update audit.entry set actor = 'member:b' where number = 3                        § 3  § the entry was changed
            update audit.entry set at = at + interval '1 second' where number = 7             § 7  § the entry was changed
            update audit.entry set ids = ids || '{"hash": "cd"}' where number = 7             § 7  § the entry was changed
            update audit.entry set ids = '{"hash": {"of": null}}' where number = 7            § 7  § the entry was changed
            update audit.entry set ids = 'null' where number = 7                              § 7  § the entry was changed
            update audit.entry set subject = 'post:12' where number = 11                      § 11 § the entry was changed
            update audit.entry set digest = sha256('x') where number = 3                      § 3  § the entry was changed
            delete from audit.entry where number = 3                                          § 5  § entries 1 to 5 are not as sealed
            delete from audit.entry where number between 6 and 10                             § 6  § entries are missing before number 10
            delete from audit.entry                                                           § 1  § entries are missing before number 5
            update audit.seal set head = sha256('x') where last_entry = 5                     § 5  § entries 1 to 5 are not as sealed
            delete from audit.seal where last_entry = 5                                       § 10 § entries 6 to 10 are not as sealed
            """)
    void aRowThatWasChangedOrRemovedIsFoundAndItsPlaceNamed(String behindOurBack, long place, String why) {
        assertThat(owner.sql(behindOurBack).update()).isPositive();

        assertThat(audit.verify(null)).isEqualTo(new Broken(place, why));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        owner.sql("""
                update audit.entry one
                set at = other.at, what = other.what, actor = other.actor, subject = other.subject, ids = other.ids,
                    digest = other.digest
                from audit.entry other where (one.number, other.number) in ((2, 4), (4, 2))
                """).update();

        assertThat(audit.verify(null)).isEqualTo(new Broken(5, "entries 1 to 5 are not as sealed"));
    }

    @Test
    void anEntryThatWasSlippedInBetweenIsFoundThoughItsDigestIsRight() {
        owner.sql("delete from audit.entry where number = 8").update();
        owner.sql("""
                insert into audit.entry (number, at, what, actor, subject, ids, digest) overriding system value
                select 8, at, what, actor, subject, ids, digest from audit.entry where number = 7
                """).update();

        assertThat(audit.verify(null)).isEqualTo(new Broken(10, "entries 6 to 10 are not as sealed"));
    }

    @Test
    void anAnchorFromEarlierPasses() {
        Head early = headAt(5);

        assertThat(audit.verify(early)).isInstanceOf(Intact.class);
        assertThat(audit.verify(audit.head())).isInstanceOf(Intact.class);
        assertThat(audit.verify(new Head(0, "0".repeat(64)))).isInstanceOf(Intact.class);
    }

    @Test
    void aChainCutShortWithItsSealsFailsAgainstAnAnchorAndOnlyThere() {
        Head kept = audit.head();
        owner.sql("delete from audit.entry where number > 5").update();
        owner.sql("delete from audit.seal where last_entry > 5").update();

        assertThat(audit.verify(null)).isInstanceOf(Intact.class);
        assertThat(audit.verify(kept)).isEqualTo(new Broken(10, "the anchor is not part of the chain"));
    }

    @Test
    void aPastWrittenAnewFailsAgainstAnAnchorAndOnlyThere() {
        Head kept = audit.head();
        owner.sql("truncate audit.entry, audit.seal restart identity").update();
        JdbcAudit forger = new JdbcAudit(
                owner, Clock.fixed(THEN, ZoneOffset.UTC), JsonMapper.builder().build());
        record(forger, 21, 30);
        audit.seal();

        assertThat(audit.head().lastEntry()).isEqualTo(10);
        assertThat(audit.verify(null)).isInstanceOf(Intact.class);
        assertThat(audit.verify(kept)).isEqualTo(new Broken(10, "the chain differs from the anchor"));
    }

    @Test
    void theCommandSaysWhatItFoundAndEndsAccordingly() throws IOException {
        Path anchor = data.resolve(Anchors.FOLDER).resolve("2026-09-01.txt");
        new Anchors(data).write(headAt(5), LocalDate.of(2026, 9, 1));
        assertThat(Files.readString(anchor)).isEqualTo("5 " + headAt(5).hash() + "\n");

        assertThat(command(0, "verify"))
                .contains(
                        "intact: 11 entries, 1 of them waiting",
                        "Head: 10 " + audit.head().hash());
        assertThat(command(0, "verify", "--anchor", anchor.toString())).contains("intact");
        owner.sql("update audit.entry set actor = 'hub' where number = 2").update();
        assertThat(command(1, "verify", "--anchor", anchor.toString())).contains("at entry 2: the entry was changed");
    }

    private String command(int exit, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new AuditCommand(audit).run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(exit);
        return said.toString(StandardCharsets.UTF_8);
    }

    private Head headAt(long entry) {
        return owner.sql("select encode(head, 'hex') from audit.seal where last_entry = :entry")
                .param("entry", entry)
                .query((row, n) -> new Head(entry, row.getString(1)))
                .single();
    }
}
