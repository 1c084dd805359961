package health.clarion.review.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.clarion.posts.PanelView;
import health.clarion.posts.SignOffPanel;
import health.clarion.posts.Standings;
import health.clarion.review.ChangeAsked;
import health.clarion.review.Reader;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.review.Signers;
import health.clarion.ui.Ui;
import health.clarion.ui.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Beside the composer: who must sign, who has, and what was asked for. */
@Component
public class ReviewPanel implements SignOffPanel, Standings {

    private final Review review;
    private final Signers signers;
    private final TemplateEngine templates;
    private final Words words;

    ReviewPanel(Review review, Signers signers, TemplateEngine templates, Words words) {
        this.review = review;
        this.signers = signers;
        this.templates = templates;
        this.words = words;
    }

    /**
     * What the panel shows.
     *
     * @param request the review of the words as submitted, or null while they are a draft
     * @param needed who the words as they are now would need
     */
    public record Panel(
            @Nullable Request request,
            Map<Reader, String> needed,
            Map<String, String> names,
            List<ChangeAsked> changes) {}

    @Override
    public Content panel(PanelView view) {
        return rendered("review/panel.jte", view.ui(), of(view));
    }

    @Override
    public @Nullable Content notice(PanelView view) {
        Panel panel = of(view);
        return panel.changes().isEmpty() ? null : rendered("review/notice.jte", view.ui(), panel);
    }

    private Panel of(PanelView view) {
        Request newest = review.ofPost(view.post().id()).orElse(null);
        boolean current =
                newest != null && newest.submission().equals(view.post().submission());
        List<ChangeAsked> changes = newest == null ? List.of() : review.changes(newest.submission());
        List<String> actors = java.util.stream.Stream.concat(
                        changes.stream().map(ChangeAsked::asker),
                        newest == null
                                ? java.util.stream.Stream.of()
                                : newest.signed().stream().map(Request.SignOff::signer))
                .distinct()
                .toList();
        return new Panel(
                current ? newest : null,
                Reader.neededFor(view.report().topics()),
                signers.names(actors),
                newest != null && newest.state() != Request.State.SIGNED_OFF ? changes : List.of());
    }

    private Content rendered(String template, Ui ui, Panel panel) {
        Map<String, Object> model = new HashMap<>();
        model.put("ui", ui);
        model.put("panel", panel);
        return output -> {
            StringOutput text = new StringOutput();
            templates.render(template, model, text);
            output.writeContent(text.toString());
        };
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<UUID, Standing> of(Collection<UUID> posts, Locale locale) {
        Map<UUID, Standing> standings = new HashMap<>();
        review.ofPosts(posts).forEach(request -> {
            if (request.state() != Request.State.VOID) {
                String text = words.of(
                        locale, "review.state." + request.state().name().toLowerCase(Locale.ROOT));
                int rings = request.state() == Request.State.SIGNED_OFF ? 2 : 1;
                standings.put(request.post(), new Standing(text, rings, false));
            }
        });
        return standings;
    }
}
