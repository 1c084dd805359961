package health.clarion.media.web;

import health.clarion.media.Focal;
import java.util.List;

/** The nine places a person chooses the focal point from, and the exact point in percent. */
public final class FocalChoice {

    /** One of the nine. */
    public record Place(String key, double x, double y) {

        /** As the form sends it. */
        public String value() {
            return key;
        }

        /** Whether the point lies in this ninth of the picture. */
        public boolean holds(Focal focal) {
            return third(focal.x()) == third(x) && third(focal.y()) == third(y);
        }

        /** Whether it is exactly this place. */
        public boolean is(Focal focal) {
            return focal.equals(new Focal(x, y));
        }
    }

    /** What the form sends when the exact point counts. */
    public static final String EXACT = "exact";

    private static final double LOW = 0.17;
    private static final double HIGH = 0.83;

    /** Row by row, from the top left. */
    public static final List<Place> PLACES = List.of(
            new Place("top-left", LOW, LOW),
            new Place("top", 0.5, LOW),
            new Place("top-right", HIGH, LOW),
            new Place("left", LOW, 0.5),
            new Place("middle", 0.5, 0.5),
            new Place("right", HIGH, 0.5),
            new Place("bottom-left", LOW, HIGH),
            new Place("bottom", 0.5, HIGH),
            new Place("bottom-right", HIGH, HIGH));

    private FocalChoice() {}

    /** The point a form means; percents outside 0 to 100 are drawn to the edge. */
    static Focal of(String place, int x, int y) {
        return PLACES.stream()
                .filter(one -> one.value().equals(place))
                .findFirst()
                .map(one -> new Focal(one.x(), one.y()))
                .orElseGet(() -> new Focal(Math.clamp(x, 0, 100) / 100.0, Math.clamp(y, 0, 100) / 100.0));
    }

    private static int third(double side) {
        return (int) Math.min(2, side * 3);
    }
}
