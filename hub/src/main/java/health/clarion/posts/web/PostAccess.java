package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.posts.Filter;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.ui.Problem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a member may see: everything, or a partner their one campaign. */
@Component
class PostAccess {

    private final Posts posts;

    PostAccess(Posts posts) {
        this.posts = posts;
    }

    /** @throws Problem when there is no such post for this member */
    Post readable(UUID id, Member me) {
        return posts.find(id)
                .filter(post -> mayRead(post.campaign(), me))
                .orElseThrow(() -> Problem.notFound("posts.none"));
    }

    boolean mayRead(UUID campaign, Member me) {
        return me.partnerCampaign().map(campaign::equals).orElse(true);
    }

    Filter within(Filter filter, Member me) {
        return me.partnerCampaign()
                .map(own -> new Filter(own, filter.state(), filter.text(), filter.limit()))
                .orElse(filter);
    }
}
