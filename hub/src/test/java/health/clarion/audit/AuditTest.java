package health.clarion.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.audit.Audit.Verdict;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
class AuditTest {

    private final Audit audit;
    private final JdbcClient jdbc;

    AuditTest(Audit audit, JdbcClient jdbc) {
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void whatWasDoneIsReadBackNewestFirst() {
        String post = "post:" + UUID.randomUUID();
        audit.record("post.written", "hub", post, Map.of("revision", "1"));
        audit.record("post.submitted", "hub", post, Map.of("hash", "ab"));

        assertThat(audit.newest(post, null, 10))
                .extracting(Audit.Entry::what)
                .containsExactly("post.submitted", "post.written");
        assertThat(audit.verify(null)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveWhatWasDone() {
        audit.record("post.written", "hub", "post:x", Map.of());

        for (String attempt : new String[] {
            "update audit.entry set actor = 'x'",
            "delete from audit.entry",
            "truncate audit.entry",
            "update audit.seal set entries = 0",
            "delete from audit.seal",
            "truncate audit.seal",
            "alter table audit.entry disable trigger all",
            "drop table audit.entry"
        }) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }
}
