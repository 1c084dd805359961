package health.clarion.safeguards.privacy.names;

/** What is known of a word by itself: which lists of names it stands in, and what it says about the words beside it. */
public enum Trait {
    /** A widely used given name. */
    GIVEN('G'),
    /** A given name that few people have. */
    RARE_GIVEN('g'),
    /** A widely used surname. */
    SURNAME('S'),
    /** A surname that few people have. */
    RARE_SURNAME('c'),
    /** Some name of a person; in the longest and least careful list. */
    LISTED('s'),
    /** A common English word. */
    WORD('W'),
    /** An English word that is not so common. */
    RARE_WORD('w'),
    /** A Spanish or Catalan word. */
    IBERIAN_WORD('E'),
    /** A town, region or country. */
    PLACE('P'),
    /** An organisation, a brand or a team. */
    ORGANISATION('O'),
    /** A nationality. */
    NATION('D'),
    /** A medicine. */
    MEDICINE('R'),
    /** Stands before a name: Dr, Mrs, doña. */
    TITLE('1'),
    /** A relative or a friend: my son Adam. */
    KIN('2'),
    /** What someone is: nurse Kelly, patient John. */
    ROLE('3'),
    /** Says that a name comes: called, named, se llama. */
    INTRODUCTION('4'),
    /** Makes what stands before or after it an organisation or a building: hospital, university. */
    BODY('5'),
    /** Makes what stands before it an illness, a sign, a test: disease, syndrome. */
    EPONYM('6'),
    /** What people do: said, told, thanks. */
    DEED('7'),
    /** Joins the parts of a name: de la, van, bin. */
    PARTICLE('8'),
    /** A month, a day or a feast. */
    DATE('9'),
    /** A street or another way. */
    STREET('0'),
    /** Stands after a name: Jr, MD. */
    SUFFIX('+');

    private final char sign;

    Trait(char sign) {
        this.sign = sign;
    }

    /** The bit of this trait. */
    int bit() {
        return 1 << ordinal();
    }

    /**
     * The trait of a sign in the list of names.
     *
     * @throws IllegalArgumentException when no trait has it
     */
    static Trait of(char sign) {
        for (Trait trait : values()) {
            if (trait.sign == sign) {
                return trait;
            }
        }
        throw new IllegalArgumentException("No trait: " + sign);
    }
}
