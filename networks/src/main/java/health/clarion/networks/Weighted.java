package health.clarion.networks;

/**
 * What one code point weighs on X. Source: X's “counting characters” page and twitter-text's configuration v3: Latin to
 * Georgian, most spaces, hyphens and quotes weigh 1, everything else 2, an emoji 2 however it is composed.
 */
final class Weighted {
    static final int EMOJI = 2;

    private Weighted() {}

    static int of(int codePoint) {
        boolean light = codePoint <= 0x10FF
                || (codePoint >= 0x2000 && codePoint <= 0x200D)
                || (codePoint >= 0x2010 && codePoint <= 0x201F)
                || (codePoint >= 0x2032 && codePoint <= 0x2037);
        return light ? 1 : 2;
    }
}
