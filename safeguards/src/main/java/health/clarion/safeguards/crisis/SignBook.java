package health.clarion.safeguards.crisis;

import health.clarion.safeguards.rules.Node;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.rules.RuleBook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All signs and voices, as the files {@code rules/crisis-*.yaml} tell them, read strictly: an unknown or missing key, rule or voice is an
 * error that names the sign. Immutable once read.
 */
final class SignBook {
    private static final List<String> FILES = List.of(
            "crisis-signs-suicide",
            "crisis-signs-harm",
            "crisis-signs-distress",
            "crisis-signs-others",
            "crisis-signs-implied",
            "crisis-voices");
    private static final List<String> LANGUAGES = List.of("en", "es", "ca");
    private static final Set<Group> MASKED = EnumSet.of(Group.SUICIDE, Group.SELF_HARM, Group.TALK);
    private static final String MASKED_LIST = "killing";
    private static final Set<String> FILE_KEYS = Set.of("lists", "signs", "voices", "compounds");
    private static final Set<String> SIGN_KEYS =
            Set.of("id", "group", "rule", "who", "past", "raised", "needs", "after", "source", "en", "es", "ca");
    private static final Set<String> RAISED_KEYS = Set.of("before", "near", "rule");
    private static final Set<String> VOICE_KEYS = Set.of("id", "en", "es", "ca");
    private static final Set<String> COMPOUND_KEYS = Set.of("id", "group", "rule", "source", "all");

    private final PhraseTrie<Cue> trie = new PhraseTrie<>();
    private final Map<String, List<String>> lists;
    private final RuleBook rules;
    private final List<Compound> compounds = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> masked = new HashSet<>();

    private SignBook(RuleBook rules) {
        this.rules = rules;
        this.lists = new HashMap<>(rules.lists());
    }

    /** The signs that come with Clarion. */
    static SignBook standard(RuleBook rules) {
        return of(rules, FILES.stream().map(Node::read).toList());
    }

    /**
     * The signs of some files.
     *
     * @throws IllegalArgumentException when one is not as it must be, naming the sign at fault
     */
    static SignBook of(RuleBook rules, List<Node> files) {
        SignBook book = new SignBook(rules);
        files.forEach(book::read);
        return book;
    }

    /** All phrases. */
    PhraseTrie<Cue> trie() {
        return trie;
    }

    /** Signs made of words that stand anywhere in a sentence. */
    List<Compound> compounds() {
        return compounds;
    }

    /** Every word of any phrase. */
    Set<String> words() {
        return words;
    }

    /** The words that people mask with asterisks: those of killing and harming oneself. */
    Set<String> masked() {
        return masked;
    }

    private void read(Node file) {
        file.allow(FILE_KEYS);
        Node named = file.at("lists");
        for (String name : named.keys()) {
            List<String> list = named.at(name).texts();
            lists.put(name, list);
            RuleBook.addWords(list, words);
            if (MASKED_LIST.equals(name)) {
                RuleBook.addWords(list, masked);
            }
        }
        file.at("signs").nodes().forEach(sign -> addSign(known(sign, SIGN_KEYS)));
        file.at("voices").nodes().forEach(voice -> addVoice(known(voice, VOICE_KEYS)));
        file.at("compounds").nodes().forEach(compound -> addCompound(known(compound, COMPOUND_KEYS)));
    }

    /** One with an id, under that name, with no other keys than these. */
    private static Node known(Node told, Set<String> keys) {
        Node known = told.named(told.at("id").text());
        known.allow(keys);
        return known;
    }

    private void addSign(Node told) {
        for (String lang : languages(told)) {
            Sign sign = new Sign(
                    told.where(),
                    told.at("group").oneOf(Group.class),
                    lang,
                    told.at("who").oneOf(Sign.About.class),
                    ruleOrNull(told.at("rule")),
                    ruleOrNull(told.at("past")),
                    told.at("raised").nodes().stream().map(this::raised).toList(),
                    told.at("needs").value() == null
                            ? Sign.Needs.NOTHING
                            : told.at("needs").oneOf(Sign.Needs.class),
                    bits(told.at("after")),
                    told.at("source").text());
            add(told.at(lang).texts(), sign);
            if (MASKED.contains(sign.group())) {
                RuleBook.addWords(told.at(lang).texts(), masked);
            }
        }
    }

    private void addCompound(Node told) {
        Sign sign = new Sign(
                told.where(),
                told.at("group").oneOf(Group.class),
                "en",
                Sign.About.NEAR,
                rule(told.at("rule")),
                null,
                List.of(),
                Sign.Needs.NOTHING,
                0,
                told.at("source").text());
        long all = bits(told.at("all"));
        if (Long.bitCount(all) < 2) {
            throw told.wrong("a compound needs two voices or more");
        }
        boolean now = rules.rule(rule(told.at("rule"))).level() > 3;
        String ofSomebody = rules.rule(now ? "crisis/someone-else-now" : "crisis/someone-else-plan")
                .id();
        compounds.add(new Compound(sign, ofSomebody, all));
    }

    private void addVoice(Node told) {
        Voice voice = told.at("id").oneOf(Voice.class);
        languages(told).forEach(lang -> add(told.at(lang).texts(), new Heard(voice, lang)));
    }

    /** The languages that have words here; one at least. */
    private static List<String> languages(Node told) {
        List<String> languages = LANGUAGES.stream()
                .filter(lang -> !told.at(lang).nodes().isEmpty())
                .toList();
        if (languages.isEmpty()) {
            throw told.wrong("needs words in a language");
        }
        return languages;
    }

    private void add(List<String> phrases, Cue cue) {
        phrases.forEach(phrase -> trie.add(phrase, lists, cue));
        RuleBook.addWords(phrases, words);
    }

    /** One that always fits would hide the rule of its sign, so it must name a voice. */
    private Sign.Raised raised(Node told) {
        told.allow(RAISED_KEYS);
        Voice before = voiceOrNull(told.at("before"));
        Voice near = voiceOrNull(told.at("near"));
        if (before == null && near == null) {
            throw told.wrong("needs before or near");
        }
        return new Sign.Raised(before, near, rule(told.at("rule")));
    }

    private static long bits(Node voices) {
        long bits = 0;
        for (Node voice : voices.nodes()) {
            bits |= voice.oneOf(Voice.class).bit();
        }
        return bits;
    }

    private static @Nullable Voice voiceOrNull(Node told) {
        return told.value() == null ? null : told.oneOf(Voice.class);
    }

    private @Nullable String ruleOrNull(Node told) {
        return told.value() == null ? null : rule(told);
    }

    private String rule(Node told) {
        String id = told.text();
        if (!rules.rules().containsKey(id)) {
            throw told.wrong("no rule is called " + id);
        }
        return id;
    }
}
