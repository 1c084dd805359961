package health.clarion.media;

/** What we take in and what we keep: every limit on pictures in one place. */
public final class Bounds {

    /** Largest uploaded file, in bytes; the same as {@code spring.servlet.multipart.max-file-size}. */
    public static final int FILE_BYTES = 25 * 1024 * 1024;

    /** Most pixels of an uploaded picture: a 48-megapixel phone camera fits. */
    public static final long PIXELS = 50_000_000;

    /** Longest side of an uploaded picture, in pixels. */
    public static final int SIDE = 20_000;

    /** Most memory a decoded picture may take, in bytes: 50 megapixels at four bytes; 16-bit PNGs stop at half of it. */
    public static final long DECODED_BYTES = 220_000_000;

    /** Longest side that is kept, in pixels: no network shows more. Larger pictures are made smaller. */
    public static final int KEPT_SIDE = 4_096;

    /** Longest description, in characters; no network takes more than 4,086. */
    public static final int ALT = 2_000;

    /** Most files in one upload. */
    public static final int FILES = 5;

    private Bounds() {}
}
