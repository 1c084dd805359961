package health.clarion.accounts;

import health.clarion.mail.Mail;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.ui.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever connected an account that its network asks for a new sign-in. */
@Component
class SignInReminder {

    private final Accounts accounts;
    private final People people;
    private final Organisations organisations;
    private final Words words;
    private final Mail mail;

    SignInReminder(Accounts accounts, People people, Organisations organisations, Words words, Mail mail) {
        this.accounts = accounts;
        this.people = people;
        this.organisations = organisations;
        this.words = words;
        this.mail = mail;
    }

    // In the transaction that changes the account: the mail is queued with it or not at all.
    @EventListener
    void remind(AccountNeedsSignIn event) {
        accounts.entry(event.account()).ifPresent(entry -> people.find(entry.connectedBy())
                .filter(Member::active)
                .ifPresent(member -> write(entry.account(), member)));
    }

    private void write(Account account, Member member) {
        String network = account.network().displayName();
        String link = organisations.current().link("/accounts");
        mail.send(
                member.email().value(),
                words.of(member.locale(), "accounts.mail-subject", account.who(), network),
                words.of(member.locale(), "accounts.mail-text", member.name(), account.who(), network, link));
    }
}
