package health.clarion.inbox;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.audit.Audit;
import health.clarion.channels.Attempt;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Fence;
import health.clarion.channels.MediaSource;
import health.clarion.channels.Outcome;
import health.clarion.channels.Outgoing;
import health.clarion.channels.Preflight;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.Steps;
import health.clarion.library.Helpline;
import health.clarion.library.Helplines;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import health.clarion.ui.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Answering somebody in public, on their network. The answer goes through the same checks as a post, and out at most
 * once: a row is written before the request, and when nobody can tell whether it took effect, a person looks.
 */
@Component
public class Answering {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final GivenAnswers answers;
    private final Inbox inbox;
    private final Accounts accounts;
    private final Channels channels;
    private final Audit audit;
    private final Clock clock;
    private final Safeguards safeguards = Safeguards.standard(Effort.NAMES);
    private final Knowledge knowledge;

    Answering(
            GivenAnswers answers,
            Inbox inbox,
            Accounts accounts,
            Channels channels,
            Helplines helplines,
            Audit audit,
            Clock clock) {
        this.answers = answers;
        this.inbox = inbox;
        this.accounts = accounts;
        this.channels = channels;
        this.audit = audit;
        this.clock = clock;
        this.knowledge = Knowledge.empty().withContacts(numbers(helplines));
    }

    // Helplines may be named in an answer: their numbers identify nobody.
    private static java.util.Set<String> numbers(Helplines helplines) {
        return helplines.all().stream()
                .flatMap((Helpline line) -> Stream.of(line.phone(), line.sms()))
                .filter(number -> !number.isBlank())
                .collect(Collectors.toSet());
    }

    /** What became of an answer. Whatever it is, nothing the writer typed is thrown away. */
    public sealed interface Result {

        /** It is there. */
        record Sent(String url) implements Result {}

        /** The safeguards hold it back; {@code findings} say why, in the writer's language. */
        record HeldBack(List<Finding> findings) implements Result {}

        /** It was not sent, and nothing of it is there. */
        record NotSent(List<Reason> reasons) implements Result {}

        /** Nobody knows; it won't be sent again until a person has looked. */
        record Unsure(Reason reason) implements Result {}
    }

    /**
     * Sends an answer.
     *
     * @param language of the answer, BCP 47
     * @throws Problem when there is nothing to answer, it is empty, or an answer is there or under way
     */
    public Result answer(UUID id, String words, String language, Member me) {
        Item item = inbox.find(id).orElseThrow(() -> Problem.notFound("inbox.no-item"));
        String text = words.strip();
        if (text.isEmpty()) {
            throw Problem.invalid("inbox.answer-empty");
        }
        Report report = safeguards.check(Draft.of(text).withLang(language), knowledge, me.locale());
        if (report.blocks()) {
            return new Result.HeldBack(report.findings().stream()
                    .filter(finding -> finding.severity() == Severity.BLOCK)
                    .toList());
        }
        Account account = accounts.find(item.account()).orElseThrow(() -> Problem.conflict("inbox.cannot-answer"));
        Channel channel = channels.on(item.network()).orElseThrow(() -> Problem.conflict("inbox.cannot-answer"));
        Connection connection =
                accounts.connection(item.account()).orElseThrow(() -> Problem.conflict("inbox.account-away"));
        return answer(item, addressed(item, text), language, me, channel, connection, account);
    }

    Result answer(
            Item item,
            String text,
            String language,
            Member me,
            Channel channel,
            Connection connection,
            Account account) {
        Preflight preflight =
                channel.preflight(Outgoing.of(item.network(), language, text), accounts.capabilities(account));
        return switch (preflight) {
            case Preflight.NotPossible not -> new Result.NotSent(not.reasons());
            case Preflight.Ready ready -> {
                GivenAnswers.Begun begun = answers.begin(item.id(), text, me);
                audit.record(
                        "inbox.answer-sent",
                        me.actor(),
                        "inbox:" + item.id(),
                        Map.of("answer", begun.id().toString()));
                yield finished(
                        begun,
                        item,
                        me,
                        channel.publish(ready.parts().getFirst(), attempt(begun, channel), connection));
            }
        };
    }

    private Attempt attempt(GivenAnswers.Begun begun, Channel channel) {
        Instant at = begun.createdAt();
        Receipt root = begun.root() == null ? begun.parent() : begun.root();
        return new Attempt(
                channel.key(begun.id(), at),
                at,
                at,
                1,
                root,
                begun.parent(),
                Steps.inMemory(),
                MediaSource.none(),
                Fence.open(),
                clock.instant().plus(DEADLINE));
    }

    private Result finished(GivenAnswers.Begun begun, Item item, Member me, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent sent -> {
                answers.sent(begun.id(), item.id(), sent.receipt().url(), me);
                yield new Result.Sent(sent.receipt().url());
            }
            case Outcome.Refused refused -> notSent(begun, refused.reason());
            case Outcome.TryLater later -> notSent(begun, later.reason());
            case Outcome.Ambiguous ambiguous -> unsure(begun, ambiguous.what());
            case Outcome.NotFound notFound -> unsure(begun, notFound.what());
        };
    }

    private Result notSent(GivenAnswers.Begun begun, Reason reason) {
        answers.notSent(begun.id());
        return new Result.NotSent(List.of(reason));
    }

    private Result unsure(GivenAnswers.Begun begun, Reason reason) {
        answers.unsure(begun.id());
        return new Result.Unsure(reason);
    }

    // On Mastodon only who is mentioned is told of an answer.
    static String addressed(Item item, String text) {
        String mention = "@" + item.authorHandle();
        return item.network() == Network.MASTODON && !text.contains(mention) ? mention + " " + text : text;
    }
}
