package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/**
 * Finds direct identifiers: e-mail addresses, phone numbers, national numbers with their check digits, dates of birth. What the
 * organisation lists among its contacts stays silent; a stretch of digits is told as one thing only, the surest.
 */
public final class Identifiers implements Detector {
    private final Emails emails = new Emails();
    private final NationalNumbers nationalNumbers = new NationalNumbers();
    private final Phones phones = new Phones();
    private final BirthDates birthDates = new BirthDates();
    private volatile Known last = new Known(Knowledge.empty(), Contacts.of(Knowledge.empty()));

    /** What an organisation knows seldom changes: its contacts are put in order once, not for every sentence. */
    private record Known(Knowledge knowledge, Contacts contacts) {}

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        Contacts contacts = contacts(knowledge);
        emails.look(passage, contacts, hits);
        for (Digits run : Digits.in(passage)) {
            if (!nationalNumbers.look(passage, run, hits)) {
                phones.look(passage, run, draft, contacts, hits);
            }
        }
        birthDates.look(passage, hits);
    }

    private Contacts contacts(Knowledge knowledge) {
        Known known = last;
        if (known.knowledge() != knowledge) {
            known = new Known(knowledge, Contacts.of(knowledge));
            last = known;
        }
        return known.contacts();
    }
}
