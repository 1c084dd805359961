package health.clarion.media;

/** The one thing we want from a file's Exif data before it is thrown away: which way is up. */
final class Exif {

    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /**
     * The orientation, 1 to 8 as Exif 2.32 (section 4.6.4) numbers them; 1 when there is none or it can't be read.
     *
     * @param tiff positioned at the TIFF header
     */
    static int orientation(Cursor tiff) {
        try {
            return read(tiff);
        } catch (Cursor.CutShort broken) {
            return UPRIGHT;
        }
    }

    private static int read(Cursor tiff) {
        int start = tiff.at();
        String order = tiff.text(2);
        boolean little = order.equals("II");
        if (!little && !order.equals("MM") || tiff.u16(little) != 42) {
            return UPRIGHT;
        }
        tiff.to(start + tiff.u32(little));
        int entries = tiff.u16(little);
        for (int i = 0; i < entries; i++) {
            int tag = tiff.u16(little);
            int type = tiff.u16(little);
            tiff.skip(4);
            int value = tiff.u16(little);
            tiff.skip(2);
            if (tag == ORIENTATION && type == SHORT) {
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
