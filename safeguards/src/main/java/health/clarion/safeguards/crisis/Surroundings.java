package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis.Who;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words around a sign: who is at risk, whether it is denied, when it is, whose voice tells it. It looks a fixed number of words
 * to each side and never beyond the sentence, so a passage takes time in proportion to its length.
 */
final class Surroundings {
    /** How far the words of a sentence are heard, in words to each side. */
    private static final int SENTENCE = 40;

    /** How far a person is looked for before and after a sign that names nobody. */
    private static final int PERSON_BEFORE = 12;

    private static final int PERSON_AFTER = 5;

    /** How far words that change the meaning stand before a sign, within its clause. */
    private static final int CLAUSE = 8;

    private static final int DENIAL = 5;
    private static final int INTENT = 4;

    /** In a text of up to this many words a story or a song is told of as a whole. */
    private static final int SHORT = 60;

    private static final Set<String> NEW_CLAUSE = Set.of(
            "but", "because", "cause", "cuz", "although", "though", "and", "pero", "porque", "aunque", "y", "perque");
    private static final Set<Group> WISHED = EnumSet.of(Group.INTENT, Group.WISH, Group.PASSIVE, Group.TALK);
    private static final Set<Voice> PERSONS = Set.of(Voice.FIRST, Voice.SECOND, Voice.THIRD);

    private static final String PAST_ATTEMPT = "crisis/past-attempt";
    private static final String SOMEONE_ELSE = "crisis/someone-else";
    private static final String SOMEONE_ELSE_NOW = "crisis/someone-else-now";
    private static final String PAST_THOUGHTS = "crisis/past-thoughts";

    private final Passage passage;
    private final Marks marks;
    private final Kind kind;
    private int quoteChar;
    private boolean quoteOpen;

    Surroundings(Passage passage, Marks marks, Kind kind) {
        this.passage = passage;
        this.marks = marks;
        this.kind = kind;
    }

    /** A sign with what the words around it tell. Signs must be asked for in the order of the text. */
    Mention of(Said said) {
        long heard = heard(said);
        long before = before(said);
        Who who = who(said, heard, before);
        return new Mention(said, who, rule(said, who, heard, before));
    }

    private @Nullable String rule(Said said, Who who, long heard, long before) {
        Sign sign = said.sign();
        if (who == Who.WRITER_BEFORE) {
            return past(sign, before);
        }
        if (who != Who.WRITER && who != Who.SOMEONE_ELSE) {
            return null;
        }
        if (who == Who.SOMEONE_ELSE && sign.group().isSuicidal()) {
            return has(heard, Voice.TONIGHT) && has(before, Voice.INTENT) ? SOMEONE_ELSE_NOW : SOMEONE_ELSE;
        }
        for (Sign.Raised raised : sign.raised()) {
            boolean fits = (raised.before() == null || has(before, raised.before()))
                    && (raised.near() == null || has(heard, raised.near()));
            if (fits) {
                return raised.rule();
            }
        }
        return sign.rule();
    }

    /** An attempt stays grave for years, unless the text says that it is over or comforts a reader. */
    private @Nullable String past(Sign sign, long before) {
        if (!isTried(sign, before)) {
            return sign.past();
        }
        return marks.count(Voice.OVER) > 0 || isComfort() ? PAST_THOUGHTS : PAST_ATTEMPT;
    }

    private static boolean isTried(Sign sign, long before) {
        return has(before, Voice.TRIED) && sign.group().isSuicidal() || sign.group() == Group.ATTEMPT;
    }

    private Who who(Said said, long heard, long before) {
        long needed = said.sign().needed();
        if ((before & needed) != needed) {
            return Who.NOBODY;
        }
        boolean theirs = has(before, Voice.SAYS)
                && has(before, Voice.THIRD)
                && said.sign().about() == Sign.About.WRITER;
        boolean reported =
                theirs && has(before, Voice.SHE) && WISHED.contains(said.sign().group()) && isToldOf(said);
        if (reported && !isOfPublic(heard, before) && !has(heard, Voice.SONG) && !has(heard, Voice.FICTION)) {
            return Who.SOMEONE_ELSE;
        }
        if (theirs || has(before, Voice.QUOTING) || kind == Kind.STAFF && inQuotes(said)) {
            return Who.QUOTED;
        }
        if (has(before & ~needed, Voice.DENIAL)) {
            return Who.DENIED;
        }
        boolean whole = passage.words().size() <= SHORT;
        if (has(heard, Voice.SONG) || whole && marks.count(Voice.SONG) > 0) {
            return Who.SONG;
        }
        if (has(heard, Voice.FICTION) || whole && marks.count(Voice.FICTION) > 0) {
            return Who.FICTION;
        }
        return switch (said.sign().about()) {
            case SILENT -> Who.NOBODY;
            case OTHER -> kind == Kind.STAFF ? Who.PUBLIC : Who.SOMEONE_ELSE;
            case KNOWN -> marks.count(Voice.KIN) > 0 && !isPublic(heard) ? Who.SOMEONE_ELSE : Who.PUBLIC;
            case THEM -> isOfPublic(heard, before) ? Who.PUBLIC : Who.SOMEONE_ELSE;
            case WRITER ->
                isOwn(said, heard) || !has(heard, Voice.NEWS) && isWriters(said)
                        ? when(said, heard, before)
                        : notWriter(said, heard, before);
            case NEAR ->
                !isPublic(heard) && isNearWriter(said, heard)
                        ? when(said, heard, before)
                        : notWriter(said, heard, before);
        };
    }

    /** Whether words are a report and not a quotation: they don't say I. */
    private boolean isToldOf(Said said) {
        return !said.sign().lang().equals("en") || !isOwn(said, 0);
    }

    /** Words without a person that a particular somebody stands right before are theirs, in the present; else they are of people in general. */
    private Who notWriter(Said said, long heard, long before) {
        boolean theirs = has(before, Voice.SHE)
                && WISHED.contains(said.sign().group())
                && said.sign().lang().equals("en")
                && !has(before, Voice.PAST)
                && !isOfPublic(heard, before);
        return theirs ? Who.SOMEONE_ELSE : Who.PUBLIC;
    }

    /**
     * A time that is over is told by its date or habit. The past tense alone may be last night, so it counts as now, unless the writer
     * is comforting a reader. Beside a date that is over, what goes on or is wished tonight is now.
     */
    private Who when(Said said, long heard, long before) {
        boolean over = has(heard, Voice.AGO) || has(before, Voice.PAST) && (isComfort() || marks.count(Voice.OVER) > 0);
        boolean now = has(heard, Voice.STILL) || has(before, Voice.TONIGHT) && !isTried(said.sign(), before);
        return over && !now ? Who.WRITER_BEFORE : Who.WRITER;
    }

    private boolean isComfort() {
        return marks.count(Voice.HELPING) > 0 && marks.count(Voice.SECOND) >= marks.count(Voice.FIRST);
    }

    private static boolean isPublic(long heard) {
        return has(heard, Voice.NEWS) || has(heard, Voice.RESEARCH) || has(heard, Voice.CHARITY);
    }

    /** Whether what is told in the present of somebody is told of no one who could be helped now. */
    private boolean isOfPublic(long heard, long before) {
        return kind == Kind.STAFF
                || isPublic(heard)
                || has(before, Voice.ANYONE)
                || has(heard, Voice.AGO)
                || has(heard, Voice.QUOTING);
    }

    /** Whether the words themselves name the writer; in Spanish and Catalan the verb does, unless a report has a third person do it. */
    private boolean isOwn(Said said, long heard) {
        if (!said.sign().lang().equals("en")) {
            return !has(heard, Voice.NEWS) || personBefore(said) != Voice.THIRD;
        }
        for (int at = marks.firstFrom(said.from()); at < marks.size() && marks.from(at) < said.to(); at++) {
            if (marks.voice(at) == Voice.FIRST && marks.to(at) <= said.to()) {
                return true;
            }
        }
        return false;
    }

    /** Words without a person are the writer's unless somebody else is right before them or a reader is asked. */
    private boolean isWriters(Said said) {
        Voice person = personBefore(said);
        return person == Voice.FIRST
                || person == null && kind == Kind.MEMBER && !said.sentence().question();
    }

    private boolean isNearWriter(Said said, long heard) {
        if (isRightAfter(Voice.THIRD, said)) {
            return false;
        }
        Voice person = personBefore(said);
        if (person == null) {
            person = personAfter(said);
        }
        if (person == Voice.FIRST) {
            return true;
        }
        return person != Voice.THIRD
                && kind == Kind.MEMBER
                && !said.sentence().question()
                && (marks.count(Voice.FIRST) > 2 * marks.count(Voice.SECOND)
                        || person == null && startsImplied(said.sentence()));
    }

    /** Whether a sentence starts as people write of themselves without saying I. */
    private boolean startsImplied(Sentence sentence) {
        for (int at = marks.firstFrom(sentence.firstWord());
                at < marks.size() && marks.from(at) == sentence.firstWord();
                at++) {
            if (marks.voice(at) == Voice.IMPLIED) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Voice personBefore(Said said) {
        int start = Math.max(said.sentence().firstWord(), said.from() - PERSON_BEFORE);
        for (int at = marks.firstFrom(said.from()) - 1; at >= 0 && marks.from(at) >= start; at--) {
            if (isPerson(at, said)) {
                return marks.voice(at);
            }
        }
        return null;
    }

    /** A word for a person in the language of a sign: {@code he} is not the same in English and in Spanish. */
    private boolean isPerson(int at, Said said) {
        return PERSONS.contains(marks.voice(at))
                && marks.lang(at).equals(said.sign().lang());
    }

    private @Nullable Voice personAfter(Said said) {
        int end = Math.min(said.sentence().lastWord(), said.to() + PERSON_AFTER);
        for (int at = marks.firstFrom(said.to()); at < marks.size() && marks.from(at) < end; at++) {
            if (isPerson(at, said)) {
                return marks.voice(at);
            }
        }
        return null;
    }

    private boolean isRightAfter(Voice voice, Said said) {
        for (int at = marks.firstFrom(said.to()); at < marks.size() && marks.from(at) == said.to(); at++) {
            if (marks.voice(at) == voice) {
                return true;
            }
        }
        return false;
    }

    /** The voices of the sentence, as bits. */
    private long heard(Said said) {
        int start = Math.max(said.sentence().firstWord(), said.from() - SENTENCE);
        int end = Math.min(said.sentence().lastWord(), said.to() + SENTENCE);
        long heard = 0;
        for (int at = marks.firstFrom(start); at < marks.size() && marks.from(at) < end; at++) {
            heard |= marks.voice(at).bit();
        }
        return heard;
    }

    /** The voices of the clause right before a sign, as bits; a word of denial that denies nothing is left out. */
    private long before(Said said) {
        int start = clauseStart(said);
        long before = 0;
        int spared = -1;
        for (int at = marks.firstFrom(Math.max(said.sentence().firstWord(), start - 3));
                at < marks.size() && marks.from(at) < said.from();
                at++) {
            Voice voice = marks.voice(at);
            if (voice == Voice.NO_DENIAL) {
                spared = Math.max(spared, marks.to(at));
                before &= ~Voice.DENIAL.bit();
                continue;
            }
            if (marks.from(at) < start || marks.to(at) > said.from()) {
                continue;
            }
            int distance = said.from() - marks.to(at);
            boolean counts =
                    switch (voice) {
                        case DENIAL -> distance <= DENIAL && marks.from(at) >= spared;
                        case INTENT, TRIED -> distance <= INTENT;
                        default -> true;
                    };
            before |= counts ? voice.bit() : 0L;
        }
        return before;
    }

    private int clauseStart(Said said) {
        int start = Math.max(said.sentence().firstWord(), said.from() - CLAUSE);
        for (int word = said.from(); word > start; word--) {
            if (NEW_CLAUSE.contains(passage.words().get(word - 1).text()) || isPause(word)) {
                return word;
            }
        }
        return start;
    }

    /** Whether a comma or the like stands before a word. */
    private boolean isPause(int word) {
        int from = passage.words().get(word - 1).end();
        int to = passage.words().get(word).start();
        for (int at = from; at < to; at++) {
            char c = passage.folded().charAt(at);
            if (c == ',' || c == ';' || c == ':' || c == '(' || c == '.' || c == '"') {
                return true;
            }
        }
        return false;
    }

    private boolean inQuotes(Said said) {
        int end = passage.words().get(said.from()).start();
        for (; quoteChar < end; quoteChar++) {
            quoteOpen ^= passage.folded().charAt(quoteChar) == '"';
        }
        return quoteOpen;
    }

    private static boolean has(long bits, @Nullable Voice voice) {
        return voice != null && (bits & voice.bit()) != 0;
    }
}
