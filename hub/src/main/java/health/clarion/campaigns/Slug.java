package health.clarion.campaigns;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * A title as a word in an address: lower-case ASCII letters, digits and hyphens, at most 60 before what tells namesakes
 * apart.
 */
final class Slug {

    private static final int LONGEST = 60;

    private Slug() {}

    static String of(String title) {
        String plain = Normalizer.normalize(title.replace('ł', 'l').replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut =
                plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-[^-]*$", "");
        return cut.isEmpty() || cut.equals("new") ? "campaign" : cut;
    }

    /** The next one to try when the first is taken. */
    static String numbered(String slug, int number) {
        return number == 1 ? slug : slug + "-" + number;
    }

    /** One that nobody else has, however many campaigns are called the same. */
    static String unmistakable(String slug, UUID campaign) {
        return slug + "-" + campaign;
    }
}
