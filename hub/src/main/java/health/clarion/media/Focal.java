package health.clarion.media;

/**
 * The point of a picture that must stay in view when it is cut to another shape.
 *
 * @param x 0 (left) to 1 (right)
 * @param y 0 (top) to 1 (bottom)
 */
public record Focal(double x, double y) {

    /** The middle: where nobody said otherwise. */
    public static final Focal CENTRE = new Focal(0.5, 0.5);

    /** @throws IllegalArgumentException when a side is outside 0 to 1 */
    public Focal {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("A focal point lies within its picture: " + x + ", " + y);
        }
    }
}
