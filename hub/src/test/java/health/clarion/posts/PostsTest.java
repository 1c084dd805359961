package health.clarion.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.audit.Audit;
import health.clarion.networks.Network;
import health.clarion.ui.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Writing, saving and handing in, through the module's face. */
@HubTest
class PostsTest {

    private static final Set<Network> TWO = Set.of(Network.BLUESKY, Network.MASTODON);

    private final Posts posts;
    private final Audit audit;
    private final JdbcClient behindOurBack;
    private final UUID campaign = UUID.randomUUID();
    private final UUID nadia = UUID.randomUUID();
    private final UUID carles = UUID.randomUUID();

    PostsTest(Posts posts, Audit audit, @Value("${clarion.test-owner-url}") String owner) {
        this.posts = posts;
        this.audit = audit;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    private Post draft(Content content) {
        return posts.create(campaign, "When a friend goes quiet", "en", content, nadia);
    }

    private Content words(String text) {
        return Content.of(text, "en", TWO);
    }

    private Submission handedIn(Post post) {
        Submitted answer = posts.submit(post.id(), post.version(), nadia);
        assertThat(answer).isInstanceOf(Submitted.Ok.class);
        return ((Submitted.Ok) answer).submission();
    }

    private Post now(Post post) {
        return posts.find(post.id()).orElseThrow();
    }

    @Test
    void whatWasWrittenIsReadBackAsItWas() {
        Content full = new Content(
                "You don’t need perfect words. 💛\nAsk: “How are you, really?”",
                List.of("One more thing.", "And help: call 116 123."),
                new Link("https://harbourminds.example/door", "One Open Door", "Ask your college"),
                "Talks about suicide",
                "en",
                TWO,
                Map.of(Network.MASTODON, new Variant("Own words here.", List.of("Goes on."))),
                List.of(new PostMedia(UUID.randomUUID(), "A door left ajar.")),
                List.of(new ClaimSource("Talking helps", "WHO 2024", "https://who.int/x")),
                Map.of("language/term", "It is how she says it herself."));
        Post post = draft(full);

        assertThat(posts.revision(post.id(), 1).orElseThrow().content()).isEqualTo(full);
        assertThat(now(post)).isEqualTo(post);
        assertThat(audit.newest("post:" + post.id(), null, 5))
                .extracting(Audit.Entry::what)
                .containsExactly("post.written");
    }

    @Test
    void charactersThatCantBeStoredAreDroppedAndAllOthersKept() {
        Post post = draft(words("a\u0000b\r\nc\u0007 \uD83D d 👩‍👩‍👧 \u200E"));

        assertThat(posts.revision(post.id(), 1).orElseThrow().content().text())
                .isEqualTo("ab\nc \uFFFD d 👩‍👩‍👧 \u200E");
    }

    @Test
    void twoPeopleWhoSaveAtTheSameTimeNeverOverwriteEachOther() {
        Post post = draft(words("The first words."));

        Saved first = posts.save(post.id(), post.version(), words("Nadia’s words."), nadia);
        Saved second = posts.save(post.id(), post.version(), words("Carles’ words."), carles);

        assertThat(first).isInstanceOf(Saved.Ok.class);
        assertThat(second).isInstanceOfSatisfying(Saved.Conflict.class, conflict -> {
            assertThat(conflict.theirs().content().text()).isEqualTo("Nadia’s words.");
            assertThat(conflict.theirs().author()).isEqualTo(nadia);
            assertThat(posts.save(post.id(), conflict.version(), words("Both."), carles))
                    .isInstanceOf(Saved.Ok.class);
        });
        assertThat(posts.revisions(post.id(), 10))
                .extracting(revision -> revision.content().text())
                .containsExactly("Both.", "Nadia’s words.");
    }

    @Test
    void savingWhatIsAlreadyThereChangesNothing() {
        Post post = draft(words("The same."));

        assertThat(posts.save(post.id(), 99, words("The same."), carles)).isInstanceOf(Saved.Ok.class);
        assertThat(now(post)).isEqualTo(post);
        assertThat(posts.authorsBetween(post.id(), 0, 99)).containsExactly(nadia);
    }

    @Test
    void whoeverWroteAnyPartIsAnAuthorAlsoOfACopy() {
        Post post = draft(words("One."));
        posts.save(post.id(), 1, words("Two."), carles);

        assertThat(posts.authorsBetween(post.id(), 0, 2)).containsExactlyInAnyOrder(nadia, carles);
        assertThat(posts.authorsBetween(post.id(), 1, 2)).containsExactly(carles);
        UUID ilse = UUID.randomUUID();
        Post copy = posts.copy(post.id(), "A copy", "en", ilse);
        assertThat(posts.authorsBetween(copy.id(), 0, 1)).containsExactlyInAnyOrder(nadia, carles, ilse);
        assertThat(copy.translationOf()).isNull();
        Post translation = posts.copy(post.id(), "Cuando un amigo calla", "es", ilse);
        assertThat(translation.translationOf()).isEqualTo(post.id());
        assertThat(posts.translations(post.id())).extracting(Post::id).containsExactly(translation.id());
    }

    @Test
    void moreThanAPostMayHoldIsRefusedWithItsMeasure() {
        Post post = draft(words("Short."));

        assertThat(posts.save(post.id(), 1, words("x".repeat(70_001)), nadia))
                .isEqualTo(new Saved.TooLong("posts.field.text", 70_000, 70_001));
        assertThat(now(post).version()).isEqualTo(1);
        assertThatThrownBy(() -> posts.create(campaign, " ", "en", words(""), nadia))
                .isInstanceOf(Problem.class);
    }

    @Test
    void handingInTakesAFingerprintOfWhatEachNetworkGets() {
        Post post = draft(words("Ask: how are you, really?").withLink(Link.to("https://harbourminds.example/door")));

        Submission submission = handedIn(post);

        assertThat(submission.payloads())
                .extracting(Payload::network)
                .containsExactly(Network.BLUESKY, Network.MASTODON);
        assertThat(submission
                        .payload(Network.MASTODON)
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .payload())
                .contains("https://harbourminds.example/door?utm_source=mastodon");
        assertThat(now(post).state()).isEqualTo(Post.State.SUBMITTED);
        assertThat(posts.lookAgain(submission.id()).hash()).isEqualTo(submission.hash());
        assertThat(posts.submit(post.id(), post.version(), nadia)).isEqualTo(new Submitted.Ok(submission));
    }

    @Test
    void anEditAfterHandingInTakesItBackAndGetsAnotherFingerprint() {
        Post post = draft(words("First."));
        Submission first = handedIn(post);

        assertThat(posts.save(post.id(), post.version(), words("Typed before I knew."), carles))
                .isInstanceOf(Saved.Conflict.class);
        posts.save(post.id(), now(post).version(), words("Second."), nadia);

        assertThat(now(post).state()).isEqualTo(Post.State.DRAFT);
        assertThat(posts.revision(post.id(), first.revision())
                        .orElseThrow()
                        .content()
                        .text())
                .isEqualTo("First.");
        Submission second = handedIn(now(post));
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(posts.lookAgain(first.id()).hash()).isEqualTo(first.hash());
        assertThat(posts.newest(post.id())).contains(second);
    }

    @Test
    void aRowChangedBehindOurBackIsNoticed() {
        Submission words = handedIn(draft(words("These exact words.")));
        behindOurBack
                .sql(
                        "update posts.revision set content = jsonb_set(content, '{text}', '\"Other words.\"') where post = ?")
                .param(words.post())
                .update();
        assertThat(posts.lookAgain(words.id()).hash()).isNotEqualTo(words.hash());

        Submission payload = handedIn(draft(words("These exact words too.")));
        behindOurBack
                .sql(
                        "update posts.submission set payloads = replace(payloads::text, 'exact', 'other')::jsonb where id = ?")
                .param(payload.id())
                .update();
        assertThat(posts.lookAgain(payload.id()).hash()).isNotEqualTo(payload.hash());
    }

    @Test
    void whatDoesNotFitCantBeHandedIn() {
        Post post = draft(words("word ".repeat(70)));

        assertThat(posts.submit(post.id(), 1, nadia)).isInstanceOfSatisfying(Submitted.Refused.class, refused -> {
            assertThat(refused.obstacles()).extracting(Obstacle::network).containsExactly(Network.BLUESKY);
            assertThat(refused.obstacles().getFirst().key()).isEqualTo("channels.fit.too-long");
        });
        assertThat(now(post).state()).isEqualTo(Post.State.DRAFT);
    }

    @Test
    void aPostIsFoundByWordsOfItsTitleAndText() {
        String rare = "xylo" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
        Post post = draft(words("Meet the " + rare + " people."));

        assertThat(posts.list(new Filter(null, null, rare.substring(0, 6) + " friend", 10)))
                .contains(post);
        assertThat(posts.list(new Filter(campaign, Post.State.SUBMITTED, "", 10)))
                .doesNotContain(post);
        assertThat(posts.list(new Filter(campaign, null, "'; drop & | ! (", 10)))
                .isEmpty();
        posts.archive(post.id(), true, nadia);
        assertThat(posts.list(Filter.of(campaign))).doesNotContain(post);
    }

    @Test
    void whatWasHandedInStaysOnRecordAndADraftMayGo() {
        Post draft = draft(words("Never mind."));
        posts.delete(draft.id(), nadia);
        assertThat(posts.find(draft.id())).isEmpty();

        Post post = draft(words("Mind."));
        handedIn(post);
        assertThatThrownBy(() -> posts.delete(post.id(), nadia)).isInstanceOf(Problem.class);
        posts.archive(post.id(), true, nadia);
        assertThatThrownBy(() -> posts.save(post.id(), now(post).version(), words("More."), nadia))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aHealthClaimNeedsASourceAndTheSourceIsPartOfWhatIsSigned() {
        String claim = "Walking every day lowers your blood pressure.";
        Post post = draft(words(claim));

        assertThat(posts.submit(post.id(), 1, nadia)).isInstanceOfSatisfying(Submitted.Refused.class, refused -> {
            assertThat(refused.findings()).hasSize(1);
            assertThat(refused.findings().getFirst().finding().rule()).startsWith("claims/");
            assertThat(refused.findings().getFirst().words()).contains("Walking every day");
        });
        ClaimSource source = new ClaimSource(claim, "NHS 2024", "https://nhs.example/walking");
        posts.save(post.id(), 1, words(claim).withSources(List.of(source)), nadia);
        Submission first = handedIn(now(post));
        assertThat(first.report().topics()).contains("health-claim");

        ClaimSource other = new ClaimSource(claim, "Cochrane 2021", "https://cochrane.example/walking");
        posts.save(post.id(), now(post).version(), words(claim).withSources(List.of(other)), nadia);
        assertThat(handedIn(now(post)).hash()).isNotEqualTo(first.hash());
    }

    @Test
    void aFindingThatMayBeOverriddenNeedsAReasonForThoseVeryWords() {
        String text = "Write to info@harbourminds.example";
        Post post = draft(words(text));
        Submitted.Refused refused = (Submitted.Refused) posts.submit(post.id(), 1, nadia);
        assertThat(refused.findings())
                .singleElement()
                .satisfies(found -> assertThat(found.finding().overridable()).isTrue());
        Content reasoned =
                words(text).withReasons(Map.of(refused.findings().getFirst().key(), "It is our public mailbox."));

        posts.save(post.id(), 1, reasoned.withText(text + " or anna@harbourminds.example"), nadia);
        assertThat(posts.submit(post.id(), now(post).version(), nadia)).isInstanceOf(Submitted.Refused.class);
        posts.save(post.id(), now(post).version(), reasoned, nadia);
        assertThat(handedIn(now(post)).report().findings().getFirst().reason()).isEqualTo("It is our public mailbox.");
    }
}
