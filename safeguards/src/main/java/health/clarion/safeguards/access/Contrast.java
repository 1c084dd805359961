package health.clarion.safeguards.access;

import health.clarion.safeguards.Colour;

/**
 * How well two colours stand apart, by WCAG 2.2's contrast ratio: (L1 + 0.05) ÷ (L2 + 0.05), L being relative luminance of the lighter
 * and the darker colour.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
public final class Contrast {
    private static final double FLARE = 0.05;
    private static final double MOST = 255;

    private Contrast() {}

    /** The ratio of two colours, 1 (the same) to 21 (black and white), whichever comes first. */
    public static double between(Colour one, Colour other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + FLARE) / (Math.min(first, second) + FLARE);
    }

    /** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it for sRGB. */
    public static double luminance(Colour colour) {
        return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
    }

    private static double linear(int part) {
        double value = part / MOST;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
