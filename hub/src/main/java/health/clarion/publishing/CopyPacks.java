package health.clarion.publishing;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Part;
import health.clarion.channels.Reason;
import health.clarion.channels.copypack.CopyPack;
import health.clarion.posts.Posts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a person posts by hand where a network has no open way in: exactly the signed words and pictures. There is a pack
 * only when it is time, and only as long as those words may be said.
 */
@Component
public class CopyPacks {

    /** The step that names the post to answer; its one argument is that post's address. */
    public static final String ANSWER = Reason.of(CopyPack.ANSWER).key();

    private final Contents contents;
    private final Clearance clearance;
    private final Pauses pauses;
    private final Corrections corrections;
    private final Accounts accounts;
    private final Posts posts;

    CopyPacks(
            Contents contents,
            Clearance clearance,
            Pauses pauses,
            Corrections corrections,
            Accounts accounts,
            Posts posts) {
        this.contents = contents;
        this.clearance = clearance;
        this.pauses = pauses;
        this.corrections = corrections;
        this.accounts = accounts;
        this.posts = posts;
    }

    /** What {@link #of} gives. */
    public sealed interface Answer {

        /** Post it. */
        record Pack(CopyPack pack) implements Answer {}

        /** The words may not be said (any more); nothing is to be posted. */
        record NotNow(Reason why) implements Answer {}
    }

    /** The pack of a delivery that a person is to post now; empty when it isn't one. */
    public Optional<Answer> of(Delivery delivery) {
        Account account = accounts.find(delivery.account()).orElse(null);
        boolean now = delivery.state() == Delivery.State.AWAITING_PERSON && !delivery.askedBack();
        if (account == null || !now || !accounts.byHand(account)) {
            return Optional.empty();
        }
        if (pauses.active(delivery.campaign()).isPresent()) {
            return Optional.of(new Answer.NotNow(new Reason("publishing.held.pause", List.of())));
        }
        return Optional.of(
                switch (clearance.of(delivery)) {
                    case Clearance.Answer.Hold hold -> new Answer.NotNow(hold.reason());
                    case Clearance.Answer.Clear clear -> pack(delivery, account);
                });
    }

    private Answer pack(Delivery delivery, Account account) {
        return switch (corrections.originalOf(delivery)) {
            case Corrections.Original.Gone gone -> new Answer.NotNow(Corrections.GONE);
            case Corrections.Original.None none -> pack(delivery, account, null);
            case Corrections.Original.Stands stands ->
                pack(delivery, account, stands.itself().url());
        };
    }

    private Answer pack(Delivery delivery, Account account, @Nullable String answered) {
        return contents.toSend(delivery)
                .<Answer>map(parts -> new Answer.Pack(
                        CopyPack.of(outgoing(delivery, parts), accounts.capabilities(account), answered)))
                .orElseGet(() -> new Answer.NotNow(new Reason("publishing.held.changed", List.of())));
    }

    private Outgoing outgoing(Delivery delivery, List<Part> parts) {
        String language =
                posts.find(delivery.post()).map(post -> post.language()).orElse("en");
        String warning = read(parts.getFirst()).path("warning").asString("");
        List<OutgoingPart> texts = parts.stream()
                .map(part -> new OutgoingPart(read(part).path("text").asString(""), part.pictures()))
                .toList();
        return new Outgoing(delivery.network(), language, texts, warning, Map.of(), null);
    }

    private static JsonNode read(Part part) {
        return CanonicalJson.read(part.payload());
    }
}
