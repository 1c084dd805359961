package health.clarion.safeguards;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A text to check, with all that goes out beside it. Start with {@link #of} and add what is known.
 *
 * @param text the words
 * @param lang their language as a BCP 47 tag, such as {@code en} or {@code es-ES}; an unknown language is only checked for what needs no language
 * @param kind whose words they are
 * @param audienceReadingAge the reading age to write for, in years
 * @param network the network it is for, or null when for none in particular: then nothing is said of its length
 * @param limits what the account's own server accepts, or null for the network's usual limits
 * @param contentWarning the content warning shown before the text; "" when there is none
 * @param pictures the pictures, in order
 * @param recordings the videos and sounds, in order
 * @param sources what is given as sources: the words of each claim as it stands in the text, so that they cover that claim;
 *     an entry that holds only an address covers a text that makes a single claim
 */
public record Draft(
        String text,
        String lang,
        Kind kind,
        OptionalInt audienceReadingAge,
        @Nullable Network network,
        @Nullable Capabilities limits,
        String contentWarning,
        List<Picture> pictures,
        List<Recording> recordings,
        List<String> sources) {
    public Draft {
        Objects.requireNonNull(text);
        Objects.requireNonNull(lang);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(contentWarning);
        pictures = List.copyOf(pictures);
        recordings = List.copyOf(recordings);
        sources = List.copyOf(sources);
    }

    /** A text without videos and sounds. */
    public Draft(
            String text,
            String lang,
            Kind kind,
            OptionalInt audienceReadingAge,
            @Nullable Network network,
            @Nullable Capabilities limits,
            String contentWarning,
            List<Picture> pictures,
            List<String> sources) {
        this(text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, List.of(), sources);
    }

    /** A text for no network in particular. */
    public Draft(
            String text,
            String lang,
            Kind kind,
            OptionalInt audienceReadingAge,
            String contentWarning,
            List<Picture> pictures,
            List<String> sources) {
        this(text, lang, kind, audienceReadingAge, null, null, contentWarning, pictures, sources);
    }

    /** An English text by staff, for no audience and no network in particular. */
    public static Draft of(String text) {
        return new Draft(text, "en", Kind.STAFF, OptionalInt.empty(), "", List.of(), List.of());
    }

    /** The same with another text. */
    public Draft withText(String text) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The same in another language, a BCP 47 tag. */
    public Draft withLang(String lang) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The same by someone else. */
    public Draft withKind(Kind kind) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The same for an audience of this reading age in years. */
    public Draft withAudienceReadingAge(int years) {
        return new Draft(
                text,
                lang,
                kind,
                OptionalInt.of(years),
                network,
                limits,
                contentWarning,
                pictures,
                recordings,
                sources);
    }

    /** The same for a network with its usual limits. */
    public Draft withNetwork(Network network) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, null, contentWarning, pictures, recordings, sources);
    }

    /** The same for an account whose server says what it accepts. */
    public Draft withLimits(Capabilities limits) {
        return new Draft(
                text,
                lang,
                kind,
                audienceReadingAge,
                limits.network(),
                limits,
                contentWarning,
                pictures,
                recordings,
                sources);
    }

    /** What the network accepts: what its server says, else its usual limits; null for no network in particular. */
    public @Nullable Capabilities capabilities() {
        return limits != null ? limits : network != null ? Capabilities.of(network) : null;
    }

    /** The same behind a content warning. */
    public Draft withContentWarning(String contentWarning) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The same with these pictures. */
    public Draft withPictures(List<Picture> pictures) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The same with these videos and sounds. */
    public Draft withRecordings(List<Recording> recordings) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The same with these sources. */
    public Draft withSources(List<String> sources) {
        return new Draft(
                text, lang, kind, audienceReadingAge, network, limits, contentWarning, pictures, recordings, sources);
    }

    /** The language without region or script, in lower case: {@code es} for {@code es-ES}. */
    public String language() {
        int dash = lang.indexOf('-');
        return (dash < 0 ? lang : lang.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
