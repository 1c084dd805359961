package health.clarion.review;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.people.Member;
import health.clarion.people.Scope;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.SignedPosts;
import health.clarion.ui.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Hands in, signs, refuses and looks: what tests of signing do through pages, the API, and behind the hub's back. */
final class SigningSteps {

    static final String CLAIM = "Walking every day lowers your blood pressure.";

    private final MockMvc mvc;
    private final Posts posts;
    private final Review review;
    private final JdbcClient behindOurBack;

    SigningSteps(MockMvc mvc, Posts posts, Review review, String owner) {
        this.mvc = mvc;
        this.posts = posts;
        this.review = review;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
    }

    static Content claim() {
        return SignedPosts.words(CLAIM)
                .withSources(List.of(new ClaimSource(CLAIM, "NHS 2024", "https://nhs.example/walking")));
    }

    static Content medicine(String mark) {
        return SignedPosts.words(mark + ": ask your doctor before you stop taking sertraline.");
    }

    void refused(Submission submission, Member author, @org.jspecify.annotations.Nullable String why) throws Exception {
        Reader role = request(submission).missing().getFirst();
        int byPage = page(submission, role, author).andReturn().getResponse().getStatus();
        int byApi = api(submission, role, author, Scope.READ, Scope.WRITE, Scope.SIGN_OFF)
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(List.of(byPage, byApi)).allMatch(status -> status == 403 || status == 409);
        if (why != null) {
            assertThatThrownBy(() -> review.sign(submission.id(), role, submission.hash(), author, "SESSION"))
                    .satisfies(isProblem(why));
        }
        assertThat(request(submission).signed()).isEmpty();
    }

    void signs(Submission submission, Reader role, Member reader) throws Exception {
        page(submission, role, reader).andExpect(redirectedUrl("/review"));
    }

    ResultActions page(Submission submission, Reader role, Member signer) throws Exception {
        return mvc.perform(post("/review/" + submission.id() + "/sign")
                .with(as(signer))
                .with(csrf())
                .param("role", role.id())
                .param("hash", submission.hash().value()));
    }

    ResultActions api(Submission submission, Reader role, Member signer, Scope... scopes) throws Exception {
        return mvc.perform(post("/api/v1/reviews/" + submission.id() + "/sign-offs")
                .with(byToken(signer, scopes))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"role\": \"%s\", \"hash\": \"%s\"}"
                        .formatted(role.id(), submission.hash().value())));
    }

    Post now(Post post) {
        return posts.find(post.id()).orElseThrow();
    }

    Content words(Post post) {
        return posts.revisions(post.id(), 1).getFirst().content();
    }

    void edit(Post post, Content words, Member by) {
        posts.save(post.id(), now(post).version(), words, by.id());
    }

    Request request(Submission submission) {
        return review.find(submission.id()).orElseThrow();
    }

    Request.State state(Submission submission) {
        return request(submission).state();
    }

    void sql(String statement, UUID id) {
        assertThat(behindOurBack.sql(statement).param("id", id).update()).isPositive();
    }

    static java.util.function.Consumer<Throwable> isProblem(String key) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
