package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.accounts.TestAccounts;
import health.clarion.media.Media;
import health.clarion.media.Samples;
import health.clarion.people.Member;
import health.clarion.people.Scope;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Wall;
import health.clarion.rig.MastodonStandIn;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** What was not approved is never published: the network's own log is the judge. */
@HubTest
class NeverPublishedTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static MastodonStandIn mastodon;

    private final MockMvc mvc;
    private final Posts posts;
    private final Media media;
    private final Publishing publishing;
    private final Deliveries deliveries;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final JdbcClient behindOurBack;

    NeverPublishedTest(
            MockMvc mvc,
            Posts posts,
            Media media,
            Publishing publishing,
            Deliveries deliveries,
            TestAccounts accounts,
            SignedPosts signed,
            @Value("${clarion.test-owner-url}") String owner) {
        this.mvc = mvc;
        this.posts = posts;
        this.media = media;
        this.publishing = publishing;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.signed = signed;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    @BeforeAll
    static void startNetwork() {
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void stopNetwork() {
        mastodon.close();
    }

    /** A post signed and planned for later, with a mark to look for on the network. */
    private record Planned(Member writer, Submission submission, Delivery delivery, String mark) {}

    private Planned planned(Content words, Member writer) {
        Submission submission = signed.signed(words, writer);
        Delivery delivery = publishing
                .schedule(
                        submission.id(),
                        List.of(accounts.on(mastodon).id()),
                        new Wall(LocalDateTime.now(LONDON).plusHours(3), LONDON),
                        null,
                        writer)
                .getFirst();
        return new Planned(
                writer,
                submission,
                delivery,
                words.text().substring(words.text().length() - 8));
    }

    private Planned planned() {
        return planned(SignedPosts.words("The approved words."), signed.writer());
    }

    @Test
    void whatIsSignedAndLeftAloneDoesArrive() {
        Planned post = planned();
        makeDue(post);
        eventually(post, delivery -> delivery.state() == Delivery.State.SENT);
        assertThat(arrived(post.mark())).isEqualTo(1);
    }

    @Test
    void anEditInTheComposerAfterApprovalIsNotPublished() throws Exception {
        Planned post = planned();
        Post before = posts.find(post.submission().post()).orElseThrow();
        mvc.perform(post("/posts/" + before.id())
                        .with(as(post.writer()))
                        .with(csrf())
                        .param("version", String.valueOf(before.version()))
                        .param("was", words(before).text())
                        .param("networks-shown", "yes")
                        .param("network", "bluesky", "mastodon")
                        .param("text", "Edited after approval, " + post.mark()))
                .andExpect(status().is3xxRedirection());
        assertThat(words(before).text()).startsWith("Edited after approval");

        isHeld(post, Delivery.Held.NOT_SIGNED_OFF);
    }

    @Test
    void anEditThroughTheApiAfterApprovalIsNotPublished() throws Exception {
        Planned post = planned();
        Post before = posts.find(post.submission().post()).orElseThrow();
        mvc.perform(put("/api/v1/posts/" + before.id())
                        .with(byToken(post.writer(), Scope.READ, Scope.WRITE))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"version": %d, "content": {"text": "Edited by a program, %s"}}
                                """.formatted(before.version(), post.mark())))
                .andExpect(status().isOk());

        isHeld(post, Delivery.Held.NOT_SIGNED_OFF);
    }

    @Test
    void anEditHandedInAgainTakesThePlaceButWaitsForItsOwnSignatures() {
        Planned post = planned();
        Post before = posts.find(post.submission().post()).orElseThrow();
        posts.save(
                before.id(),
                before.version(),
                words(before).withText("Handed in again, " + post.mark()),
                post.writer().id());
        Submission again = signed.submitted(posts.find(before.id()).orElseThrow(), post.writer());

        isHeld(post, Delivery.Held.NOT_SIGNED_OFF);
        signed.sign(again);
        eventually(post, delivery -> delivery.state() == Delivery.State.SENT);
        assertThat(mastodon.created().stream().map(Object::toString).filter(line -> line.contains(post.mark())))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Handed in again"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the payload’s words | update posts.submission set payloads = cast(replace(cast(payloads as text), 'approved', 'forged') as jsonb) where id = :submission
            the payload’s words and the submission’s hash | update posts.submission set hash = repeat('b', 64), payloads = cast(replace(cast(payloads as text), 'approved', 'forged') as jsonb) where id = :submission
            the revision’s words | update posts.revision set content = cast(replace(cast(content as text), 'approved', 'forged') as jsonb) where post = :post
            the submission’s hash | update posts.submission set hash = repeat('a', 64) where id = :submission
            the delivery’s hash | update publishing.delivery set content_hash = repeat('a', 64) where id = :delivery
            the request’s hash | update review.request set content_hash = repeat('a', 64) where submission = :submission
            the signature’s hash | update review.sign_off set content_hash = repeat('a', 64) where submission = :submission
            the signer | update review.sign_off set signer = concat('member:', gen_random_uuid()) where submission = :submission
            the signature’s role | update review.sign_off set role = 'LEGAL' where submission = :submission
            who must sign | update review.request set needed = '{}' where submission = :submission
            the authors | update review.request set authors = '{}' where submission = :submission
            the window | update review.request set window_to = window_to + interval '1 year' where submission = :submission
            the signature’s window | update review.sign_off set window_to = window_to + interval '1 year' where submission = :submission
            a role let go | insert into review.relaxed (submission, role, by_member, why, at, tag) values (:submission, 'LEGAL', gen_random_uuid(), 'x', now(), '')
            the state | update review.request set state = 'WAITING' where submission = :submission
            no signature left | delete from review.sign_off where submission = :submission
            """)
    void aRowChangedBehindTheHubsBackIsNotPublished(String what, String sql) {
        Planned post = planned();
        assertThat(sql(post, sql)).as(what).isPositive();

        isHeld(post, null);
    }

    @Test
    void aPictureChangedBehindTheHubsBackIsNotPublished() throws Exception {
        Member writer = signed.writer();
        byte[] file = Samples.png(640, 480, ThreadLocalRandom.current().nextInt());
        UUID picture =
                media.store(new ByteArrayInputStream(file), "door.png", writer).id();
        Planned post = planned(
                SignedPosts.words("With a picture.").withMedia(List.of(new PostMedia(picture, "A door left ajar."))),
                writer);
        String sent = post.submission()
                .payload(post.delivery().network())
                .orElseThrow()
                .parts()
                .getFirst()
                .pictures()
                .getFirst()
                .sha256();
        behindOurBack.sql("""
                update media.picture set bytes = set_byte(bytes, length(bytes) - 1, 255 - get_byte(bytes, length(bytes) - 1))
                where sha256 = :sha
                """).param("sha", sent).update();

        isHeld(post, Delivery.Held.CHANGED);
    }

    @Test
    void aVoidSignOffMadeToLookGoodAgainIsNotPublished() {
        Planned post = planned();
        Post before = posts.find(post.submission().post()).orElseThrow();
        posts.save(
                before.id(),
                before.version(),
                words(before).withText("Other words."),
                post.writer().id());
        sql(post, "update review.request set state = 'SIGNED_OFF', void_why = null where submission = :submission");
        isHeld(post, Delivery.Held.NOT_SIGNED_OFF);

        sql(post, "update posts.post set state = 'SUBMITTED', submission = :submission where id = :post");
        publishing.keep(post.delivery().id(), post.writer());
        isHeld(post, Delivery.Held.NOT_SIGNED_OFF);
    }

    @Test
    void wordsChangedLookedAtAndChangedBackAreNotRememberedAsTheSignedOnes() {
        Planned post = planned();
        sql(post, """
                update posts.submission set payloads = cast(replace(cast(payloads as text), 'approved', 'forged') as jsonb)
                where id = :submission
                """);
        isHeld(post, Delivery.Held.CHANGED);

        sql(post, """
                update posts.submission set payloads = cast(replace(cast(payloads as text), 'forged', 'approved') as jsonb)
                where id = :submission
                """);
        keepUntilSent(post);
        assertThat(mastodon.created().stream().map(Object::toString).filter(line -> line.contains(post.mark())))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("The approved words."));
    }

    // What was found changed is remembered for a few seconds, so the first tries may be held once more.
    private void keepUntilSent(Planned post) {
        eventually(post, delivery -> {
            if (delivery.state() == Delivery.State.HELD) {
                publishing.keep(delivery.id(), post.writer());
            }
            return delivery.state() == Delivery.State.SENT;
        });
    }

    private Content words(Post post) {
        return posts.revisions(post.id(), 1).getFirst().content();
    }

    private void isHeld(Planned post, Delivery.@org.jspecify.annotations.Nullable Held why) {
        makeDue(post);
        Delivery held = eventually(post, delivery -> delivery.state() == Delivery.State.HELD);
        if (why != null) {
            assertThat(held.held()).isEqualTo(why);
        }
        assertThat(deliveries.attempts(held.id())).isEmpty();
        assertThat(arrived(post.mark())).isZero();
    }

    private int sql(Planned post, String statement) {
        return behindOurBack
                .sql(statement)
                .param("submission", post.submission().id())
                .param("post", post.submission().post())
                .param("delivery", post.delivery().id())
                .update();
    }

    private void makeDue(Planned post) {
        sql(post, "update publishing.delivery set due_at = now(), next_look_at = now() where id = :delivery");
    }

    private static long arrived(String mark) {
        return mastodon.created().stream()
                .filter(line -> line.toString().contains(mark))
                .count();
    }

    // Looks until the delivery is as described, for at most half a minute.
    private Delivery eventually(Planned post, Predicate<Delivery> described) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Delivery last = post.delivery();
        while (Instant.now().isBefore(end)) {
            last = deliveries.find(post.delivery().id()).orElseThrow();
            if (described.test(last)) {
                return last;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("stayed " + last.state() + " " + last.held() + " " + last.reason());
    }
}
