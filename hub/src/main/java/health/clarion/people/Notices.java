package health.clarion.people;

import health.clarion.mail.Mail;
import health.clarion.ui.Words;
import org.springframework.stereotype.Component;

/** Mail about somebody's own account, in their language. */
@Component
class Notices {

    private final Mail mail;
    private final Words words;
    private final Organisations organisations;

    Notices(Mail mail, Words words, Organisations organisations) {
        this.mail = mail;
        this.words = words;
        this.organisations = organisations;
    }

    void invited(Member member, String by, String secret) {
        send(member, "invited", by, link("/invitation/" + secret));
    }

    void reset(Member member, String secret) {
        send(member, "reset", link("/reset/" + secret));
    }

    void passwordChanged(Member member) {
        send(member, "password-changed", link("/forgotten"));
    }

    void factorsChanged(Member member) {
        send(member, "factors-changed", link("/account"));
    }

    void lent(Member receiver, String giver, Role role, String until) {
        send(receiver, "lent", giver, words.of(receiver.locale(), "people.role." + role.id()), until);
    }

    private String link(String path) {
        return organisations.current().link(path);
    }

    // In each text {0} is the reader's name and {1} the organisation.
    private void send(Member member, String what, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = member.name();
        arguments[1] = organisations.current().name();
        System.arraycopy(more, 0, arguments, 2, more.length);
        mail.send(
                member.email().value(),
                words.of(member.locale(), "people.mail-" + what + "-subject", arguments),
                words.of(member.locale(), "people.mail-" + what, arguments));
    }
}
