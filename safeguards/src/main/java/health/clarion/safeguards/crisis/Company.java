package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Crisis.Who;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Whether signs that mean little alone stand in company. A rope, a letter, a dog given away are each nothing; two of them, or one beside
 * words of despair, are what the C-SSRS calls preparing.
 */
final class Company {
    private Company() {}

    /** Takes the rule from every sign whose company is missing. */
    static void keep(List<Mention> mentions, ToIntFunction<Mention> level) {
        boolean suicidal = false;
        boolean despair = false;
        Set<String> needy = new HashSet<>();
        for (Mention mention : mentions) {
            boolean writers = mention.who() == Who.WRITER;
            Sign sign = mention.said().sign();
            switch (sign.needs()) {
                case NOTHING -> {
                    boolean grave = writers && level.applyAsInt(mention) >= Crisis.ALARM;
                    suicidal |= grave && sign.group().isSuicidal();
                    despair |= grave || writers && sign.group().isDistress() && level.applyAsInt(mention) > 0;
                }
                case COMPANY -> {
                    if (writers) {
                        needy.add(sign.id());
                    }
                }
                case SUICIDAL -> {}
            }
        }
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            boolean kept =
                    switch (mention.said().sign().needs()) {
                        case NOTHING -> true;
                        case SUICIDAL -> suicidal || needy.size() > 1;
                        case COMPANY -> despair || needy.size() > 1;
                    };
            if (!kept) {
                mentions.set(i, new Mention(mention.said(), Who.NOBODY, null));
            }
        }
    }
}
