package health.clarion.library;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One crisis line, exactly as its sources write it: a row of {@code helplines.tsv}.
 *
 * @param id stable, such as {@code gb-samaritans}
 * @param country ISO 3166 code, upper case
 * @param phone verbatim; empty when there is none
 * @param sms verbatim; empty when there is none
 * @param word what to write in a text message; empty when nothing special
 * @param web address; empty when there is none
 * @param hours verbatim; empty when no source says
 * @param topics what it is for, in the sources' English words
 * @param doubt the field on which the sources differ: {@code phone}, {@code sms}, {@code hours}, {@code word}, or empty
 * @param sources how many independent sources give it
 * @param source those sources, with versions and licences
 */
public record Helpline(
        String id,
        String country,
        String name,
        String phone,
        String sms,
        String word,
        String web,
        String hours,
        List<String> topics,
        String doubt,
        int sources,
        String source) {

    // Digits, with the signs people put between them. Anything else ("/", "ext") may be two numbers or an instruction.
    private static final Pattern ONE_NUMBER = Pattern.compile("\\+?[0-9(][0-9 ().-]{1,22}[0-9]|[0-9]{3}");

    public Helpline {
        topics = List.copyOf(topics);
    }

    /**
     * An address that dials the number, only when the source plainly gives one number and no other source disagrees.
     * The digits are the source's own, in its order; nothing is put before or after them.
     */
    public Optional<URI> call() {
        return doubt.equals("phone") ? Optional.empty() : number(phone).map(digits -> URI.create("tel:" + digits));
    }

    /** An address that opens a text message to the number, under the same conditions as {@link #call}. */
    public Optional<URI> text() {
        return doubt.equals("sms") ? Optional.empty() : number(sms).map(digits -> URI.create("sms:" + digits));
    }

    /** The line's own site, when the source's address is a plain web address. */
    public Optional<URI> site() {
        try {
            return Optional.of(web)
                    .filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                    .map(URI::create);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether every source that gives hours says day and night. */
    public boolean always() {
        return hours.equals("24/7");
    }

    /** Whether it is meant for children or young people only. */
    public boolean young() {
        return topics.stream().anyMatch(topic -> topic.contains("youth") || topic.equals("children"));
    }

    /** The country's name in a language. */
    public static String countryName(String country, Locale language) {
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(language);
    }

    private static Optional<String> number(String verbatim) {
        return ONE_NUMBER.matcher(verbatim).matches()
                ? Optional.of(verbatim.replaceAll("[ ().-]", ""))
                : Optional.empty();
    }
}
