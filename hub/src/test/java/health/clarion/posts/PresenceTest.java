package health.clarion.posts;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.networks.Network;
import health.clarion.ui.InBatches;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has a post open, and how long that is remembered. */
@HubTest
class PresenceTest {

    private final Presence presence;
    private final Posts posts;
    private final JdbcClient jdbc;

    PresenceTest(Presence presence, Posts posts, JdbcClient jdbc) {
        this.presence = presence;
        this.posts = posts;
        this.jdbc = jdbc;
    }

    @Test
    void whoLeftWithoutSayingSoIsForgottenHoweverManyAndWhoIsThereStays() {
        UUID nadia = UUID.randomUUID();
        Post post = posts.create(
                UUID.randomUUID(), "Open", "en", Content.of("Hello.", "en", Set.of(Network.MASTODON)), nadia);
        presence.seen(post.id(), nadia);
        jdbc.sql("""
                insert into posts.presence (post, member, seen_at)
                select :post, gen_random_uuid(), now() - interval '2 hours' from generate_series(1, :many)
                """)
                .param("post", post.id())
                .param("many", InBatches.ROWS + 200)
                .update();

        assertThat(presence.forget()).isGreaterThan(InBatches.ROWS);
        assertThat(jdbc.sql("select member from posts.presence where post = :post")
                        .param("post", post.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(nadia);
    }
}
