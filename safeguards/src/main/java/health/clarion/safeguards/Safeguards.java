package health.clarion.safeguards;

import health.clarion.safeguards.access.Access;
import health.clarion.safeguards.claims.Claims;
import health.clarion.safeguards.claims.Recognised;
import health.clarion.safeguards.crisis.Crises;
import health.clarion.safeguards.fit.Fit;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.privacy.Identifiers;
import health.clarion.safeguards.privacy.Redaction;
import health.clarion.safeguards.privacy.names.NameCheck;
import health.clarion.safeguards.reading.Readability;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.Phrases;
import health.clarion.safeguards.rules.PictureWords;
import health.clarion.safeguards.rules.Rule;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.rules.Wording;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a draft before anyone else does: is it safe, true, kind, readable? The rules are read once; after that there is no I/O.
 * Thread-safe and deterministic: the same draft and knowledge give the same report, on any thread.
 */
public final class Safeguards {
    private static final Comparator<Finding> IN_ORDER = Comparator.comparingInt(Finding::start)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::end)
            .thenComparing(Finding::rule);

    private final Effort effort;
    private final RuleBook book;
    private final Vocabulary vocabulary;
    private final Phrases phrases;
    private final Claims claims;
    private final Crises crises;
    private final Recognised recognised = new Recognised();
    private final Wording wording;
    private final Readability readability = new Readability();
    private final Identifiers identifiers;
    private final NameCheck names = new NameCheck();
    private final List<Detector> forStaff;

    private Safeguards(RuleBook book) {
        this.effort = Effort.RULES;
        this.book = book;
        this.wording = new Wording(book);
        this.phrases = new Phrases(book);
        this.claims = new Claims(book);
        this.identifiers = new Identifiers(book);
        this.crises = new Crises(book);
        this.vocabulary = crises.vocabulary();
        this.forStaff = List.of(new Access(book), new PictureWords(phrases), new Fit());
    }

    /** The same rules, read once, looking deeper. */
    private Safeguards(Safeguards rules, Effort effort) {
        this.effort = effort;
        this.book = rules.book;
        this.wording = rules.wording;
        this.phrases = rules.phrases;
        this.claims = rules.claims;
        this.identifiers = rules.identifiers;
        this.crises = rules.crises;
        this.vocabulary = rules.vocabulary;
        this.forStaff = rules.forStaff;
    }

    /** The safeguards with the rules that come with Clarion and all they can do, loaded at the first call and shared. */
    public static Safeguards standard() {
        return standard(Effort.MEANING);
    }

    /** The safeguards with the rules that come with Clarion, looking this deep; loaded at the first call and shared. */
    public static Safeguards standard(Effort effort) {
        return switch (effort) {
            case RULES -> Rules.SAFEGUARDS;
            case NAMES -> Names.SAFEGUARDS;
            case MEANING -> Meanings.SAFEGUARDS;
        };
    }

    private static final class Rules {
        static final Safeguards SAFEGUARDS = new Safeguards(RuleBook.standard());
    }

    private static final class Names {
        static final Safeguards SAFEGUARDS = new Safeguards(Rules.SAFEGUARDS, Effort.NAMES);
    }

    private static final class Meanings {
        static final Safeguards SAFEGUARDS = new Safeguards(Rules.SAFEGUARDS, Effort.MEANING);
    }

    /** Checks a draft; messages are in English. */
    public Report check(Draft draft, Knowledge knowledge) {
        return check(draft, knowledge, Locale.ENGLISH);
    }

    /**
     * Checks a draft.
     *
     * @param reader the language of messages and suggestions: English, Spanish or Catalan; any other gets English. Words proposed for
     *     the text itself are in the language of the text
     */
    public Report check(Draft draft, Knowledge knowledge, Locale reader) {
        Passage passage = Passage.of(draft.text(), vocabulary);
        Meaning meaning =
                effort.reaches(Effort.MEANING) ? Meaning.of(draft.text(), draft.language()) : Meaning.unknown();
        List<Hit> hits = new ArrayList<>(phrases.in(passage, draft.lang()));
        Crises.Assessment crisis = crises.look(passage, draft, meaning);
        hits.addAll(crisis.hits());
        if (effort.reaches(Effort.NAMES)) {
            names.look(passage, draft, knowledge, hits::add);
        }
        identifiers.forgive(passage, knowledge, hits);
        identifiers.look(passage, draft, knowledge, List.copyOf(hits), hits::add);
        Claims.Claimed claimed = new Claims.Claimed(0, List.of());
        Reading reading = readability.measure(passage, draft.language(), meaning);
        if (draft.kind() == Kind.STAFF) {
            readability.look(passage, draft, reading, hits::add);
            forStaff.forEach(detector -> detector.look(passage, draft, knowledge, hits::add));
            claimed = claims.look(passage, draft, meaning, hits::add);
            recognised.look(passage, draft, knowledge, effort.reaches(Effort.MEANING), claimed.claims(), hits::add);
        }
        return new Report(
                findings(hits, passage, draft.kind(), reader),
                crisis.crisis(),
                reading,
                claimed.checkworthy(),
                claimed.claims());
    }

    /** The hits of rules that look at this kind of text, in words and in order, each once. */
    private List<Finding> findings(List<Hit> hits, Passage passage, Kind kind, Locale reader) {
        if (hits.isEmpty()) {
            return List.of();
        }
        Set<Finding> findings = new LinkedHashSet<>();
        for (Hit hit : hits) {
            if (book.rule(hit.rule()).looksAt(kind)) {
                findings.add(finding(hit, passage, reader));
            }
        }
        List<Finding> ordered = new ArrayList<>(findings);
        ordered.sort(IN_ORDER);
        return ordered;
    }

    /**
     * Replaces everything that identifies someone by a placeholder that says what stood there. Notes stay as they are.
     *
     * @param lang the language of the text as a BCP 47 tag
     */
    public Redaction redact(String text, String lang, Knowledge knowledge) {
        return Redaction.of(this, text, lang, knowledge);
    }

    private Finding finding(Hit hit, Passage passage, Locale reader) {
        Rule rule = book.rule(hit.rule());
        List<String> args = new ArrayList<>();
        args.add(passage.slice(hit.span().start(), hit.span().end()).strip());
        args.addAll(hit.args());
        return new Finding(
                rule.id(),
                rule.category(),
                rule.severity(),
                hit.span().start(),
                hit.span().end(),
                wording.of(reader, rule.id(), args),
                suggestion(hit, reader, args),
                hit.source() == null ? rule.source() : hit.source(),
                hit.score(),
                rule.overridable(),
                rule.topic(),
                hit.instead(),
                hit.checked());
    }

    private @Nullable String suggestion(Hit hit, Locale reader, List<String> args) {
        return hit.instead() != null
                ? wording.of(reader, "instead", List.of(hit.instead()))
                : wording.find(reader, hit.rule() + ".do", args);
    }
}
