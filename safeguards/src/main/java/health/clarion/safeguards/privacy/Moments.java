package health.clarion.safeguards.privacy;

import java.util.Set;

/**
 * Times that come from someone's file or tell when something began for someone, even where nobody is named: a time to the second is
 * written by a machine about one case, and no event is announced so. Source: 45 CFR 164.514(b)(2)(i)(C), all elements of dates.
 */
final class Moments {
    private static final Set<String> SINCE = Set.of("since", "desde", "ence");

    void look(Scene scene) {
        for (Day day : scene.days()) {
            if (day.kind() == Day.Kind.FULL && (isToTheSecond(scene.text(), day) || isSince(scene, day))) {
                scene.tell("privacy/date", day.start(), day.end());
            }
        }
    }

    private static boolean isToTheSecond(String text, Day day) {
        int first = text.indexOf(':', day.start(), day.end());
        return first > 0 && text.indexOf(':', first + 1, day.end()) > 0;
    }

    private static boolean isSince(Scene scene, Day day) {
        int word = scene.wordAt(day.start());
        return word > 0 && SINCE.contains(scene.word(word - 1)) && !scene.has(Cue.EVENT);
    }
}
