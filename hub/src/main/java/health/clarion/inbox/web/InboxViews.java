package health.clarion.inbox.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.inbox.Duty;
import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.inbox.Noticed;
import health.clarion.inbox.Triage;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.ui.Ui;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came back, as people read it. */
@Component
public class InboxViews {

    private final Accounts accounts;
    private final People people;
    private final Duty duty;
    private final Triage triage;

    InboxViews(Accounts accounts, People people, Duty duty, Triage triage) {
        this.accounts = accounts;
        this.people = people;
        this.duty = duty;
        this.triage = triage;
    }

    /**
     * One item.
     *
     * @param account our account, as its network writes it
     * @param with the name of who has it in hand or closed it; null while it is new
     * @param mine whether that is the reader
     * @param link where it stands on the web; null when that is no web address
     * @param noticed what stands out in the words by today's rules
     */
    public record Card(
            Item item,
            String account,
            @Nullable String with,
            boolean mine,
            @Nullable String link,
            Noticed noticed) {}

    /** A list with its tabs. {@code show} is {@code open}, {@code mine} or {@code closed}. */
    public record Page(String show, List<Card> cards, Inbox.Listing listing, List<Member> onDuty) {}

    Page page(String show, Inbox.Listing listing, Member me) {
        return new Page(show, cards(listing.items(), me), listing, duty.now());
    }

    /** Many at once, with two look-ups for accounts and names. */
    public List<Card> cards(Collection<Item> items, Member me) {
        Map<UUID, Account> known =
                accounts.named(items.stream().map(Item::account).distinct().toList());
        Map<UUID, String> names = people.named(
                items.stream().map(Item::by).filter(Objects::nonNull).distinct().toList());
        return items.stream()
                .map(item -> card(item, known.get(item.account()), names, me))
                .toList();
    }

    Card card(Item item, Member me) {
        return cards(List.of(item), me).getFirst();
    }

    private Card card(Item item, @Nullable Account account, Map<UUID, String> names, Member me) {
        UUID by = item.by();
        return new Card(
                item,
                account == null ? item.network().displayName() : account.handle(),
                by == null ? null : names.get(by),
                me.id().equals(by),
                link(item),
                triage.noticed(item.text(), me.locale()));
    }

    // Bluesky names a post by an address of its own kind; its web app shows the same under another.
    private static @Nullable String link(Item item) {
        String uri = item.uri();
        if (uri.startsWith("https://") || uri.startsWith("http://")) {
            return uri;
        }
        return uri.startsWith("at://")
                ? "https://bsky.app/profile/" + item.authorHandle() + "/post/" + uri.substring(uri.lastIndexOf('/') + 1)
                : null;
    }

    /** The first answer to somebody in danger, to be changed by whoever sends it. */
    static String firstAnswer(Ui ui, String helpPage) {
        return ui.t("inbox.first-answer", helpPage);
    }
}
