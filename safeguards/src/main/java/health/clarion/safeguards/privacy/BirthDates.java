package health.clarion.safeguards.privacy;

/**
 * Dates of birth: a full date that exists, from 1900 on, right after words that say someone was born. Earlier ones belong to history.
 */
final class BirthDates {
    private static final int REACH = 48;
    private static final int FIRST_YEAR = 1900;

    void look(Scene scene) {
        if (!scene.has(Cue.BIRTH)) {
            return;
        }
        for (Scene.Said said : scene.said()) {
            if (said.cue() == Cue.BIRTH) {
                tellAfter(scene, scene.words().get(said.to() - 1).end());
            }
        }
    }

    private static void tellAfter(Scene scene, int cue) {
        int next = scene.dayFrom(cue);
        if (next == scene.days().size()) {
            return;
        }
        Day day = scene.days().get(next);
        boolean near = day.start() <= cue + REACH;
        if (near && day.kind() == Day.Kind.FULL && day.year() >= FIRST_YEAR) {
            scene.tell("privacy/birth-date", day.start(), day.end());
        }
    }
}
