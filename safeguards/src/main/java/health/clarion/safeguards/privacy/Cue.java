package health.clarion.safeguards.privacy;

import health.clarion.safeguards.rules.PhraseTrie;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kind of words around which identifying details are found; the words themselves are the lists {@code privacy-…} of the rule files. */
enum Cue {
    PERSON,
    TITLE,
    CARE,
    EVENT,
    MONTH,
    WEEKDAY,
    RECENT,
    BIRTH,
    FACILITY,
    HOME,
    WHEREABOUTS,
    ADDRESS,
    STREET,
    UNIT,
    COUNTRY,
    STATE,
    NATIONALITY,
    RECORD,
    PLAN,
    ACCOUNT,
    LICENCE,
    DEVICE,
    VEHICLE,
    OTHER,
    IDENTITY,
    POSTCODE,
    CARD,
    PHONE,
    SITE,
    HANDLE,
    PHOTO,
    ONLY,
    EMPLOYER,
    FIRM,
    PATIENT;

    /** The name of its list in the rule files. */
    String list() {
        return "privacy-" + name().toLowerCase(Locale.ROOT);
    }

    /** All cues in one trie, to be found in one walk. */
    static PhraseTrie<Cue> trie(Map<String, List<String>> lists) {
        PhraseTrie<Cue> trie = new PhraseTrie<>();
        for (Cue cue : values()) {
            for (String phrase : lists.getOrDefault(cue.list(), List.of())) {
                trie.add(phrase, lists, cue);
            }
        }
        return trie;
    }
}
