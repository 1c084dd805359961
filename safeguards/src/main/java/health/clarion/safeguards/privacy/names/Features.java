package health.clarion.safeguards.privacy.names;

/**
 * What the model is told of a token, as hashes of 32 bits: the words around it, how they are written, how they begin and end, and what
 * the lists say of them. Trainer and engine use this one class, so that what is learned is what is looked at. The seeds tell the
 * features apart; a change here needs the model trained anew.
 */
public final class Features {
    /** The most features a token can have, with those of the label before it. */
    static final int MOST = 96;

    private static final int NAMES = Trait.GIVEN.bit()
            | Trait.SURNAME.bit()
            | Trait.RARE_GIVEN.bit()
            | Trait.RARE_SURNAME.bit()
            | Trait.LISTED.bit();
    private static final int COMMON = Trait.WORD.bit() | Trait.RARE_WORD.bit() | Trait.IBERIAN_WORD.bit();
    private static final int OTHER =
            Trait.PLACE.bit() | Trait.ORGANISATION.bit() | Trait.NATION.bit() | Trait.MEDICINE.bit() | Trait.DATE.bit();
    private static final int AROUND = Trait.TITLE.bit()
            | Trait.KIN.bit()
            | Trait.ROLE.bit()
            | Trait.INTRODUCTION.bit()
            | Trait.BODY.bit()
            | Trait.EPONYM.bit()
            | Trait.DEED.bit()
            | Trait.PARTICLE.bit()
            | Trait.STREET.bit()
            | Trait.SUFFIX.bit();

    private final Tokens tokens;
    private final int[] hashes = new int[MOST];
    private int size;

    Features(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The hashes of the last call; only the first {@link #size} count. */
    int[] hashes() {
        return hashes;
    }

    int size() {
        return size;
    }

    /** Looks at a token, whatever stands before it. */
    void look(int at) {
        size = 0;
        words(at);
        writing(at);
        lists(at);
        around(at);
    }

    /** Looks at a token that follows one of a label. */
    void follow(int at, int label) {
        size = 0;
        int before = label + 1;
        put(1, before, 0);
        put(2, before, shape(at));
        put(3, before, kind(at));
        put(4, before, kind(at) * 31 + kind(at - 1));
        put(5, before, word(at));
        put(6, before, word(at - 1));
        put(7, before, kind(at + 1) * 31 + shape(at));
    }

    private void words(int at) {
        put(19, 0, 0);
        put(10, word(at), 0);
        put(11, word(at - 1), 0);
        put(12, word(at + 1), 0);
        put(13, word(at - 2), 0);
        put(14, word(at + 2), 0);
        put(15, word(at - 1), word(at));
        put(16, word(at), word(at + 1));
        put(17, word(at - 2), word(at - 1));
        put(18, word(at + 1), word(at + 2));
        String word = tokens.word(at);
        if (tokens.shape(at).isWord()) {
            int length = word.length();
            for (int n = 2; n <= 4; n++) {
                put(18 + n, part(word, Math.max(0, length - n), length), 0);
            }
            put(23, part(word, 0, Math.min(3, length)), 0);
            put(24, Math.min(length, 12), shape(at));
        }
    }

    private void writing(int at) {
        int shape = shape(at);
        int style = tokens.style();
        put(30, shape, style);
        put(31, shape(at - 1), shape);
        put(32, shape(at + 1), shape);
        put(33, (shape(at - 1) * 16 + shape) * 16 + shape(at + 1), 0);
        put(34, (shape(at - 2) * 16 + shape(at - 1)) * 16 + shape, 0);
        put(35, (shape(at + 2) * 16 + shape(at + 1)) * 16 + shape, 0);
        put(36, word(at), shape);
        put(37, at == 0 ? 1 : 0, shape);
    }

    private void lists(int at) {
        int shape = shape(at);
        int kind = kind(at);
        int traits = tokens.traits(at);
        put(40, kind, 0);
        put(41, kind, shape);
        put(42, kind, shape * 4 + tokens.style());
        put(43, traits & NAMES, shape);
        put(44, traits & (NAMES | COMMON), shape);
        put(45, traits & OTHER, shape);
        put(46, kind * 31 + kind(at + 1), shape);
        put(47, kind(at - 1) * 31 + kind, shape);
        put(48, kind(at - 1) * 31 + kind, shape(at - 1) * 16 + shape);
        put(49, kind(at + 1) * 31 + kind, shape(at + 1) * 16 + shape);
        put(50, (kind(at - 1) * 31 + kind) * 31 + kind(at + 1), shape);
        put(51, kind, shape(at - 1) * 16 + shape(at + 1));
    }

    /** Words around, seen with what the token looks like: so a context learned with one name serves for all. */
    private void around(int at) {
        int look = kind(at) * 16 + shape(at);
        int coarse = coarse(at) * 16 + shape(at);
        put(60, word(at - 1), look);
        put(61, word(at + 1), look);
        put(62, word(at - 2), coarse);
        put(63, word(at + 2), coarse);
        put(64, mix(word(at - 2), word(at - 1)), coarse);
        put(65, mix(word(at + 1), word(at + 2)), coarse);
        put(66, mix(word(at - 1), word(at + 1)), coarse);
        put(67, tokens.traits(at - 1) & AROUND, coarse);
        put(68, tokens.traits(at + 1) & AROUND, coarse);
        put(69, tokens.traits(at - 2) & AROUND, coarse);
        put(70, tokens.traits(at + 2) & AROUND, coarse);
        put(71, mix(tokens.traits(at - 1) & AROUND, tokens.traits(at + 1) & AROUND), coarse);
        put(72, tokens.traits(at) & AROUND, coarse);
        put(73, mix(tokens.traits(at - 2) & AROUND, word(at - 1)), coarse);
        put(74, mix(tokens.traits(at) & AROUND, kind(at + 1)), shape(at + 1));
        put(75, mix(tokens.traits(at + 1) & AROUND, shape(at + 1)), mix(kind(at + 2), shape(at + 2)));
    }

    /** One of a few kinds of word: the surest list of names it is in, and whether it is a common word or something else as well. */
    private int kind(int at) {
        int traits = tokens.traits(at);
        int name = coarse(at);
        int other = (traits & OTHER) != 0 ? 1 : 0;
        int common = (traits & Trait.WORD.bit()) != 0 ? 2 : (traits & COMMON) != 0 ? 1 : 0;
        return (name * 3 + common) * 2 + other;
    }

    private int coarse(int at) {
        int traits = tokens.traits(at);
        boolean given = (traits & Trait.GIVEN.bit()) != 0;
        boolean surname = (traits & Trait.SURNAME.bit()) != 0;
        if (given || surname) {
            return given && surname ? 7 : given ? 6 : 5;
        }
        if ((traits & Trait.RARE_GIVEN.bit()) != 0) {
            return 4;
        }
        if ((traits & Trait.RARE_SURNAME.bit()) != 0) {
            return 3;
        }
        if ((traits & Trait.LISTED.bit()) != 0) {
            return 2;
        }
        return traits != 0 ? 1 : 0;
    }

    private int shape(int at) {
        return tokens.shape(at).ordinal();
    }

    private int word(int at) {
        return tokens.word(at).hashCode();
    }

    private static int part(String word, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return hash;
    }

    private void put(int seed, int one, int other) {
        hashes[size++] = mix(mix(seed * 0x9E3779B9, one), other);
    }

    /** The finaliser of MurmurHash3 (Austin Appleby, public domain) over both. */
    private static int mix(int one, int other) {
        int hash = one * 31 + other * 0x85EBCA6B + 0x27D4EB2F;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
