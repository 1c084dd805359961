package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds what identifies someone, people's names apart: first what does so by itself (addresses, phones, numbers with check digits, numbers
 * after a label), then what does so beside words about a person (dates of care, hospitals, towns, ages). What the organisation lists
 * among its contacts, places and events stays silent; a stretch of text is told as one thing only, the surest.
 */
public final class Identifiers implements Detector {
    private static final String NAME = "privacy/name";

    private final PhraseTrie<Cue> cues;
    private final Emails emails = new Emails();
    private final Numbers numbers = new Numbers();
    private final BirthDates birthDates = new BirthDates();
    private final Moments moments = new Moments();
    private final Labelled labelled = new Labelled();
    private final Phones phones = new Phones();
    private final Web web = new Web();
    private final Addresses addresses = new Addresses();
    private final Lives lives = new Lives();
    private final Care care = new Care();
    private final Ages ages = new Ages();
    private final Details details = new Details();
    private volatile Known last = Known.of(Knowledge.empty());

    /** What an organisation knows seldom changes: its contacts are put in order once, not for every sentence. */
    private record Known(Knowledge knowledge, Contacts contacts, Allowed allowed) {
        static Known of(Knowledge knowledge) {
            return new Known(knowledge, Contacts.of(knowledge), new Allowed(knowledge));
        }
    }

    public Identifiers(RuleBook book) {
        this.cues = Cue.trie(book.lists());
    }

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        look(passage, draft, knowledge, List.of(), hits);
    }

    /**
     * Tells every hit in a draft.
     *
     * @param before what has been found already; the names among it say where someone in particular is meant
     */
    public void look(Passage passage, Draft draft, Knowledge knowledge, List<Hit> before, Consumer<Hit> hits) {
        List<Span> names = names(before);
        Known known = known(knowledge);
        List<Hit> found = new ArrayList<>();
        Scene scene = new Scene(passage, draft.language(), cues, names, found::add);
        direct(scene, draft, known.contacts());
        addresses.look(scene);
        lives.look(scene);
        care.look(scene);
        ages.look(scene);
        details.look(scene);
        known.allowed().forgive(passage, found);
        found.forEach(hits);
    }

    private static List<Span> names(List<Hit> before) {
        List<Span> names = List.of();
        for (Hit hit : before) {
            if (hit.rule().equals(NAME)) {
                names = names.isEmpty() ? new ArrayList<>() : names;
                names.add(hit.span());
            }
        }
        if (names.size() > 1) {
            names.sort(Comparator.comparingInt(Span::start));
        }
        return names;
    }

    /** Takes the names out that the organisation lists as those of public figures. */
    public void forgive(Passage passage, Knowledge knowledge, List<Hit> hits) {
        known(knowledge).allowed().forgive(passage, hits);
    }

    private void direct(Scene scene, Draft draft, Contacts contacts) {
        emails.look(scene, contacts);
        web.look(scene);
        if (scene.hasDigits()) {
            numbers.look(scene);
            birthDates.look(scene);
            moments.look(scene);
            labelled.look(scene);
            for (Digits run : Digits.in(scene.passage())) {
                phones.look(scene, run, draft, contacts);
            }
        }
    }

    private Known known(Knowledge knowledge) {
        Known known = last;
        if (known.knowledge() != knowledge) {
            known = Known.of(knowledge);
            last = known;
        }
        return known;
    }
}
