package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.posts.Checks;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Setting;
import health.clarion.posts.Surroundings;
import health.clarion.posts.Surroundings.About;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The part of the composer that changes while somebody types, made without reading more than must be. */
@Component
class Looking {

    static final Content EMPTY = Content.of("", "en", Set.of());

    private final Checks checks;
    private final Surroundings surroundings;

    Looking(Checks checks, Surroundings surroundings) {
        this.checks = checks;
        this.surroundings = surroundings;
    }

    ComposerView at(Post post, Content typed, Member me) {
        Setting setting = surroundings.setting(post.campaign());
        About campaign = new About(post.campaign(), setting.campaign(), "", List.of(), List.of(), List.of(), Set.of());
        return new ComposerView(
                post,
                campaign,
                typed,
                typed,
                post.version(),
                checks.look(typed, setting, me.locale()),
                setting,
                typed.media().isEmpty()
                        ? List.of()
                        : surroundings.pictures(
                                typed.media().stream().map(PostMedia::media).toList()),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                true,
                false,
                me);
    }
}
