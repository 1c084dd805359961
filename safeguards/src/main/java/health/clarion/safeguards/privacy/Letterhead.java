package health.clarion.safeguards.privacy;

/** The short lines under a line that is only a name, as in a signature: what someone does, for whom, where. */
final class Letterhead {
    private static final int LONGEST_LINE = 6;

    void look(Scene scene) {
        if (scene.text().indexOf('\n') < 0) {
            return;
        }
        int under = 0;
        int from = 0;
        for (int i = 0; i < scene.words().size(); i++) {
            if (i + 1 < scene.words().size() && scene.after(i).indexOf('\n') < 0) {
                continue;
            }
            int to = i + 1;
            boolean brief = to - from <= LONGEST_LINE;
            boolean name = brief && scene.isName(from) && scene.isName(i);
            boolean telling = under > 0
                    && brief
                    && !scene.after(i).startsWith(":")
                    && (!scene.isNumber(from) || scene.touches(start(scene, from), start(scene, from) + 1));
            if (telling && !name) {
                scene.tellWords(rule(scene, from, to, under), from, to);
            }
            under = name || telling ? under + 1 : 0;
            from = to;
        }
    }

    /** A line with a number is where; the first without one says what someone does, the next for whom. */
    private static String rule(Scene scene, int from, int to, int under) {
        for (int i = from; i < to; i++) {
            if (scene.isNumber(i)) {
                return "privacy/street-address";
            }
        }
        return under == 1 ? "privacy/person-detail" : "privacy/organisation";
    }

    private static int start(Scene scene, int word) {
        return scene.words().get(word).start();
    }
}
