package health.clarion.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The campaign's pictures, drawn here so that none has to be fetched or licensed: a lit door at dusk. */
enum DoorArt {
    AJAR(
            "door-ajar.png",
            "A door left ajar in a dark corridor. Warm light falls across the floor onto two empty chairs that face"
                    + " each other.") {
        @Override
        void draw(Graphics2D g) {
            g.scale(1600 / 1316.0, 1600 / 1316.0);
            g.translate(330, -70);
            dusk(g, 590);
            fill(g, 0xffd991, 158, 420, 590, 620, 590, 605, 900, -111, 900);
            fill(g, 0xffe8bd, 90, 420, 590, 620, 590, 614, 710, 214, 710);
            door(g, true);
            chair(g, 428, 712, 1);
            chair(g, 596, 712, -1);
        }
    },
    SIX(
            "six-doors.png",
            "Six doors in two rows on a dark wall. Two stand open with warm light behind them; four are shut.") {
        @Override
        void draw(Graphics2D g) {
            fill(g, 0x0a3442, 255, 0, 0, 1600, 0, 1600, 900, 0, 900);
            for (int i = 0; i < 6; i++) {
                Graphics2D one = (Graphics2D) g.create();
                one.translate(180 + i % 3 * 460, 40 + i / 3 * 420);
                one.scale(0.68, 0.68);
                one.translate(-404, -110);
                door(one, i < 2);
                one.dispose();
            }
        }
    },
    TEA("tea-at-nine.png", "A mug of tea steams on a table under a warm lamp; behind it a window shows the night.") {
        @Override
        void draw(Graphics2D g) {
            fill(g, 0x0a3442, 255, 0, 0, 1600, 0, 1600, 900, 0, 900);
            fill(g, 0x072833, 255, 980, 110, 1420, 110, 1420, 520, 980, 520);
            stroke(g, 0x2f7488, 16, 980, 110, 1420, 110, 1420, 520, 980, 520, 980, 110);
            stroke(g, 0x2f7488, 10, 1200, 110, 1200, 520);
            g.setColor(tint(0xffd991, 70));
            g.fill(new Ellipse2D.Double(180, 60, 900, 900));
            g.setColor(tint(0xffe3ad, 110));
            g.fill(new Ellipse2D.Double(360, 240, 540, 540));
            fill(g, 0x17596b, 255, 0, 690, 1600, 690, 1600, 900, 0, 900);
            fill(g, 0xffd991, 255, 520, 60, 740, 60, 830, 260, 430, 260);
            fill(g, 0xf5f4f0, 255, 540, 500, 740, 500, 720, 700, 560, 700);
            stroke(g, 0xf5f4f0, 22, 740, 540, 800, 550, 800, 630, 728, 640);
            stroke(g, 0xffe8bd, 12, 600, 460, 615, 430, 595, 400, 612, 370);
            stroke(g, 0xffe8bd, 12, 680, 460, 695, 430, 675, 400, 692, 370);
        }
    };

    private final String file;
    private final String alt;

    DoorArt(String file, String alt) {
        this.file = file;
        this.alt = alt;
    }

    String file() {
        return file;
    }

    /** What it shows, for someone who can't see it. */
    String alt() {
        return alt;
    }

    abstract void draw(Graphics2D g);

    /** The picture as PNG, 1600 by 900 pixels. */
    InputStream png() {
        BufferedImage image = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(g);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    static void dusk(Graphics2D g, int floor) {
        fill(g, 0x0a3442, 255, -900, -300, 1700, -300, 1700, 1100, -900, 1100);
        fill(g, 0x072833, 255, -900, floor, 1700, floor, 1700, 1300, -900, 1300);
    }

    static void door(Graphics2D g, boolean open) {
        fill(g, open ? 0xffe3ad : 0x17596b, 255, 411, 141, 629, 141, 629, 590, 411, 590);
        if (open) {
            fill(g, 0xffd991, 140, 411, 141, 629, 141, 629, 590, 411, 590);
            fill(g, 0x17596b, 255, 629, 141, 737, 97, 737, 657, 629, 590);
            fill(g, 0x124b5a, 255, 650, 180, 714, 156, 714, 306, 650, 318);
            fill(g, 0x124b5a, 255, 650, 352, 714, 342, 714, 532, 650, 504);
        } else {
            fill(g, 0x124b5a, 255, 446, 180, 594, 180, 594, 340, 446, 340);
            fill(g, 0x124b5a, 255, 446, 380, 594, 380, 594, 550, 446, 550);
        }
        stroke(g, 0x2f7488, 14, 404, 590, 404, 134, 636, 134, 636, 590);
        g.setColor(tint(0xffd991, 255));
        g.fill(new Ellipse2D.Double(open ? 639 : 596, 363, 18, 18));
    }

    static void chair(Graphics2D g, int x, int y, int facing) {
        double side = 0.86 * facing;
        line(g, 0x0a2730, 12, x, y, x, y - 60, x - 9 * side, y - 124);
        line(g, 0x0a2730, 12, x, y - 60, x + 64 * side, y - 60, x + 64 * side, y);
    }

    private static void line(Graphics2D g, int colour, int width, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        g.setColor(tint(colour, 255));
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }

    static void stroke(Graphics2D g, int colour, int width, double... points) {
        line(g, colour, width, points);
    }

    static void fill(Graphics2D g, int colour, int alpha, int... points) {
        Polygon shape = new Polygon();
        for (int i = 0; i < points.length; i += 2) {
            shape.addPoint(points[i], points[i + 1]);
        }
        g.setColor(tint(colour, alpha));
        g.fill(shape);
    }

    private static Color tint(int rgb, int alpha) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }
}
