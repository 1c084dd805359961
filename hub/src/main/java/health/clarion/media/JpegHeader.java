package health.clarion.media;

import health.clarion.ui.Problem;
import org.springframework.http.HttpStatus;

/** Walks the segments of a JPEG file (ITU-T T.81, annex B) until its end marker. What follows that is ignored. */
final class JpegHeader {

    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int EXIF = 0xe1;
    private static final int PRINT_COLOURS = 4;

    private JpegHeader() {}

    static Header read(Cursor file) {
        file.skip(2);
        int width = 0;
        int height = 0;
        int components = 0;
        int orientation = Exif.UPRIGHT;
        for (int marker = next(file); marker != END; marker = next(file)) {
            if (standsAlone(marker)) {
                continue;
            }
            int length = file.u16(false) - 2;
            Cursor segment = file.part(length);
            file.skip(length);
            if (isFrame(marker)) {
                segment.skip(1);
                height = segment.u16(false);
                width = segment.u16(false);
                components = segment.u8();
            } else if (marker == EXIF && segment.left() > 6 && segment.text(6).equals("Exif\0\0")) {
                orientation = Exif.orientation(segment);
            } else if (marker == SCAN) {
                skipScan(file);
            }
        }
        if (components == PRINT_COLOURS) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media.print-colours");
        }
        return new Header(PictureFormat.JPEG, width, height, orientation, false, components == 1 ? 1 : 3);
    }

    private static int next(Cursor file) {
        int marker = file.u8();
        while (marker != 0xff) {
            marker = file.u8();
        }
        while (marker == 0xff) {
            marker = file.u8();
        }
        return marker;
    }

    // Within compressed data 0xff is followed by 0 or a restart marker; anything else is the next segment.
    private static void skipScan(Cursor file) {
        while (true) {
            while (file.u8() != 0xff) {
                continue;
            }
            int follows = file.u8();
            while (follows == 0xff) {
                follows = file.u8();
            }
            if (follows != 0 && (follows < 0xd0 || follows > 0xd7)) {
                file.skip(-2);
                return;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0 || marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    // SOF0 to SOF15, without the tables (DHT, JPG, DAC) that share the range.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
