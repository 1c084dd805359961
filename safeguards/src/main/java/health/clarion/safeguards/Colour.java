package health.clarion.safeguards;

/**
 * A colour in sRGB, each part 0 to 255.
 */
public record Colour(int red, int green, int blue) {
    private static final int HEX = 16;

    public Colour {
        if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
            throw new IllegalArgumentException("Not a colour: " + red + ", " + green + ", " + blue);
        }
    }

    /**
     * A colour as style sheets write it, {@code #1a2b3c} or {@code #abc}.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Colour of(String hex) {
        String digits = hex.startsWith("#") ? hex.substring(1) : hex;
        if (digits.length() == 3) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        if (digits.length() != 6 || !digits.matches("[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("Not a colour: " + hex);
        }
        int all = Integer.parseInt(digits, HEX);
        return new Colour(all >> 16, all >> 8 & 0xFF, all & 0xFF);
    }
}
