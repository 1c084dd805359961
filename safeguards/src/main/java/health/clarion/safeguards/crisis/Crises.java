package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Crisis.Risk;
import health.clarion.safeguards.Crisis.Who;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a life is at risk. Signs are found in one walk over the words, in every language at once, as people in distress write in
 * any; the words around each tell who is at risk, when, and whether it is meant; the level is that of the gravest rule that fires.
 * The score orders texts of one level.
 */
public final class Crises {
    /** How many different moods about the writer, together, are as grave as a thought of suicide; by language, another counts as English. */
    private static final Map<String, Integer> MANY = Map.of("en", 4, "es", 3, "ca", 3);

    private static final String MANY_SIGNS = "crisis/many-signs";

    /** No phrase has more words than this. */
    private static final int LONGEST = 24;

    private final RuleBook rules;
    private final SignBook signs;

    public Crises(RuleBook rules) {
        this.rules = rules;
        this.signs = SignBook.standard(rules);
    }

    /**
     * What was found.
     *
     * @param crisis level, score, kinds of risk and who
     * @param hits the words that decided it, in order
     */
    public record Assessment(Crisis crisis, List<Hit> hits) {
        static final Assessment NONE = new Assessment(Crisis.NONE, List.of());
    }

    /** All words that rules and signs look for. */
    public Vocabulary vocabulary() {
        return rules.vocabulary(signs.words(), signs.masked());
    }

    /** Looks for a crisis in a text by its words alone. */
    public Assessment look(Passage passage, Draft draft) {
        return look(passage, draft, Meaning.unknown());
    }

    /** Looks for a crisis in a text; where its meaning is known, the score of a member's words is refined by it, never the level. */
    public Assessment look(Passage passage, Draft draft, Meaning meaning) {
        Marks marks = Marks.in(passage, signs.trie());
        boolean dark = draft.kind() == Kind.MEMBER && marks.count(Voice.DEATH) + marks.count(Voice.MOOD) > 0;
        boolean compound = draft.kind() == Kind.MEMBER && Compound.isPossible(marks);
        if (marks.said().isEmpty() && !dark && !compound) {
            return Assessment.NONE;
        }
        List<Mention> mentions = mentions(passage, marks, draft);
        int level = mentions.stream().mapToInt(this::level).max().orElse(0);
        if (level == 0 && draft.kind() == Kind.STAFF) {
            return new Assessment(new Crisis(0, 0, Set.of(), who(mentions, 0)), List.of());
        }
        List<Hit> hits = new ArrayList<>();
        for (Mention mention : mentions) {
            if (level(mention) > 0) {
                addOnce(hits, hit(passage, mention));
            }
        }
        double logOdds = Tally.of(passage, marks, mentions, level).logOdds();
        double score =
                score(level, draft.kind() == Kind.MEMBER ? Likeness.refined(logOdds, passage, meaning) : logOdds);
        return new Assessment(new Crisis(level, score, risks(mentions), who(mentions, level)), hits);
    }

    /** What the score of a text is made of, in the order of its factors: for fitting them anew. */
    public double[] factors(Passage passage, Draft draft) {
        Marks marks = Marks.in(passage, signs.trie());
        List<Mention> mentions = mentions(passage, marks, draft);
        int level = mentions.stream().mapToInt(this::level).max().orElse(0);
        return Tally.of(passage, marks, mentions, level).values();
    }

    private List<Mention> mentions(Passage passage, Marks marks, Draft draft) {
        Surroundings surroundings = new Surroundings(passage, marks, draft.kind());
        List<Mention> mentions = new ArrayList<>();
        List<Said> said = marks.said();
        for (int i = 0; i < said.size(); i++) {
            if (!isTaken(said, i)) {
                Mention mention = surroundings.of(said.get(i));
                mentions.add(draft.kind() == Kind.STAFF ? forStaff(mention) : mention);
            }
        }
        if (draft.kind() == Kind.MEMBER) {
            mentions.addAll(Compound.heard(passage, marks, signs.compounds()));
        }
        Company.keep(mentions, this::level);
        return draft.kind() == Kind.STAFF ? mentions : withManySigns(mentions);
    }

    /** Whether a longer sign holds this one, or words that mean nobody is at risk overlap it. */
    private boolean isTaken(List<Said> said, int index) {
        Said one = said.get(index);
        for (int i = index - 1; i >= 0 && said.get(i).from() > one.from() - LONGEST; i--) {
            if (takes(said.get(i), one)) {
                return true;
            }
        }
        for (int i = index + 1; i < said.size() && said.get(i).from() < one.to(); i++) {
            if (takes(said.get(i), one)) {
                return true;
            }
        }
        return false;
    }

    private boolean takes(Said other, Said one) {
        if (!other.overlaps(one)) {
            return false;
        }
        if (other.sign().about() == Sign.About.SILENT) {
            return one.sign().about() != Sign.About.SILENT && !(one.contains(other) && one.size() > other.size());
        }
        boolean longer = other.contains(one) && other.size() > one.size();
        return longer && level(other.sign().rule()) >= level(one.sign().rule());
    }

    /** A team's own post is no call for help unless it plainly is one. */
    private Mention forStaff(Mention mention) {
        boolean plain = mention.who() == Who.WRITER && level(mention.rule()) >= Crisis.ALARM;
        return plain ? mention : new Mention(mention.said(), mention.who(), null);
    }

    private List<Mention> withManySigns(List<Mention> mentions) {
        Set<Group> moods = EnumSet.noneOf(Group.class);
        for (Mention mention : mentions) {
            Group group = mention.said().sign().group();
            if (group.isDistress() && mention.who() == Who.WRITER && moods.add(group)) {
                int many = MANY.getOrDefault(mention.said().sign().lang(), Objects.requireNonNull(MANY.get("en")));
                if (moods.size() >= many) {
                    return raised(mentions, mention);
                }
            }
        }
        return mentions;
    }

    private static List<Mention> raised(List<Mention> mentions, Mention last) {
        List<Mention> raised = new ArrayList<>(mentions);
        raised.set(raised.indexOf(last), new Mention(last.said(), last.who(), MANY_SIGNS));
        return raised;
    }

    private int level(Mention mention) {
        return level(mention.rule());
    }

    private int level(@Nullable String rule) {
        return rule == null ? 0 : rules.rule(rule).level();
    }

    /** A half and more is an alarm; the rest is how much else points the same way. */
    private static double score(int level, double logOdds) {
        double probability = 1 / (1 + Math.exp(-logOdds));
        return level >= Crisis.ALARM ? (1 + probability) / 2 : probability / 2;
    }

    private Set<Risk> risks(List<Mention> mentions) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        for (Mention mention : mentions) {
            Risk risk = mention.said().sign().group().risk();
            if (risk != null && level(mention) > 0) {
                risks.add(risk);
            }
        }
        return risks;
    }

    private Who who(List<Mention> mentions, int level) {
        for (Mention mention : mentions) {
            if (level(mention) == level && mention.said().sign().about() != Sign.About.SILENT) {
                return mention.who();
            }
        }
        return Who.NOBODY;
    }

    /** The same words that are two signs of one rule are told once. */
    private static void addOnce(List<Hit> hits, Hit hit) {
        boolean told = !hits.isEmpty()
                && hits.getLast().rule().equals(hit.rule())
                && hits.getLast().span().equals(hit.span());
        if (!told) {
            hits.add(hit);
        }
    }

    private Hit hit(Passage passage, Mention mention) {
        Said said = mention.said();
        return new Hit(
                Objects.requireNonNull(mention.rule()),
                passage.wordSpan(said.from(), said.to()),
                List.of(),
                null,
                said.sign().source(),
                OptionalDouble.empty());
    }
}
