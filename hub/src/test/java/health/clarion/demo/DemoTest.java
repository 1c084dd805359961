package health.clarion.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.InDemoWorld;
import health.clarion.audit.Audit;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.inbox.Duty;
import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.operations.Welcome;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.posts.Filter;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery.State;
import health.clarion.publishing.Rhythm;
import health.clarion.review.Request;
import health.clarion.review.Review;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@InDemoWorld
class DemoTest {

    private final Demonstration demonstration;
    private final DemoTokens tokens;
    private final Welcome welcome;
    private final People people;
    private final Campaigns campaigns;
    private final Posts posts;
    private final Review review;
    private final Deliveries deliveries;
    private final Duty duty;
    private final Inbox inbox;
    private final Rhythm rhythm;
    private final Audit audit;
    private final MockMvc mvc;

    DemoTest(
            Demonstration demonstration,
            DemoTokens tokens,
            DemoWelcome welcome,
            People people,
            Campaigns campaigns,
            Posts posts,
            Review review,
            Deliveries deliveries,
            Duty duty,
            Inbox inbox,
            Rhythm rhythm,
            Audit audit,
            MockMvc mvc) {
        this.demonstration = demonstration;
        this.tokens = tokens;
        this.welcome = welcome;
        this.people = people;
        this.campaigns = campaigns;
        this.posts = posts;
        this.review = review;
        this.deliveries = deliveries;
        this.duty = duty;
        this.inbox = inbox;
        this.rhythm = rhythm;
        this.audit = audit;
        this.mvc = mvc;
    }

    @Test
    void somebodyOfEveryRoleCanSignInAsPrinted() {
        String printed = String.join("\n", welcome.lines());
        for (Role role : Role.values()) {
            assertThat(printed).contains(role.id());
            assertThat(people.withRole(role)).as(role.id()).anySatisfy(member -> assertThat(printed)
                    .contains(member.email().value())
                    .contains(member.name()));
        }
        assertThat(printed).contains(Cast.PASSWORD);
    }

    @Test
    void everyStateOfACampaignAPostAReviewAndADeliveryIsThere() {
        assertThat(campaigns.all()).extracting(Campaign::state).contains(Campaign.State.values());
        List<Post> all = posts.list(Filter.all());
        assertThat(all).extracting(Post::state).contains(Post.State.DRAFT, Post.State.SUBMITTED);
        List<Request> requests = review.ofPosts(all.stream().map(Post::id).toList());
        assertThat(requests).extracting(Request::state).contains(Request.State.values());
        assertThat(requests).anyMatch(Request::urgent);
        assertThat(deliveries.counts())
                .containsKeys(
                        State.SCHEDULED,
                        State.HELD,
                        State.MISSED,
                        State.SENT,
                        State.REFUSED,
                        State.AWAITING_PERSON,
                        State.RETRACTED);
        for (Scene scene : Script.scenes()) {
            Post post = all.stream()
                    .filter(one -> one.title().equals(scene.title()))
                    .findFirst()
                    .orElseThrow();
            boolean draft = scene.plot() == Scene.Plot.DRAFT || scene.plot() == Scene.Plot.HELD;
            assertThat(post.state()).as(scene.title()).isEqualTo(draft ? Post.State.DRAFT : Post.State.SUBMITTED);
        }
    }

    @Test
    void peopleWroteBackSomebodyIsOnDutyAndWhoeverMayBeInDangerIsBeingAnswered() {
        assertThat(duty.now()).isNotEmpty();
        assertThat(inbox.urgent()).isNotEmpty().allSatisfy(item -> assertThat(item.state())
                .isEqualTo(Item.State.BEING_ANSWERED));
        assertThat(inbox.counts().fresh()).isPositive();
        assertThat(inbox.closed(0).items()).isNotEmpty();
        assertThat(rhythm.all()).isNotEmpty();
    }

    @Test
    void everyTokenWorksAndIsForItsOwnersEyesOnly() throws Exception {
        Map<String, String> byRole = tokens();
        assertThat(byRole.keySet())
                .isEqualTo(Set.of(Role.values()).stream().map(Role::id).collect(Collectors.toSet()));
        for (var one : byRole.entrySet()) {
            mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + one.getValue()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath(
                            "$.authorities", hasItem(Role.of(one.getKey()).authority())));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondStartAddsNothing() throws Exception {
        int before = posts.list(Filter.all()).size();
        Map<String, String> byRole = tokens();

        demonstration.afterSingletonsInstantiated();

        assertThat(posts.list(Filter.all())).hasSize(before);
        assertThat(people.everybody().stream().filter(member -> member.name().equals(Cast.Part.NADIA.fullName())))
                .hasSize(1);
        assertThat(tokens()).isEqualTo(byRole);
    }

    @Test
    void whatHappenedBeforeIsInTheRecordOfWhatWasDoneAtItsTime() {
        audit.seal();
        assertThat(audit.verify(null)).isInstanceOf(Audit.Verdict.Intact.class);
    }

    private Map<String, String> tokens() throws Exception {
        return JsonMapper.builder()
                .build()
                .readValue(Files.readString(tokens.file()), new TypeReference<Map<String, String>>() {});
    }
}
