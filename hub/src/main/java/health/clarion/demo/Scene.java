package health.clarion.demo;

import health.clarion.demo.Cast.Part;
import health.clarion.networks.Network;
import health.clarion.posts.ClaimSource;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One post of the demonstration and what becomes of it.
 *
 * @param day when it goes out, in days from today
 * @param before the words that were signed before the present ones; null when these are the first
 */
record Scene(
        String title,
        Plot plot,
        Part author,
        Theme theme,
        Set<Network> networks,
        int day,
        LocalTime time,
        String text,
        @Nullable String before,
        @Nullable DoorArt art,
        String warning,
        List<ClaimSource> sources) {

    /** What becomes of a post. */
    enum Plot {
        DRAFT,
        CHANGES_ASKED,
        IN_REVIEW,
        URGENT,
        SIGNED_OFF,
        SCHEDULED,
        HELD,
        MISSED,
        LIVE,
        UNSURE,
        REFUSED,
        RETRACTED
    }

    static Scene of(String title, Plot plot, Part author, Network... networks) {
        return new Scene(
                title,
                plot,
                author,
                Theme.ONE_OPEN_DOOR,
                EnumSet.copyOf(List.of(networks)),
                0,
                LocalTime.of(9, 0),
                "",
                null,
                null,
                "",
                List.of());
    }

    Scene on(int newDay, int hour, int minute) {
        return new Scene(
                title,
                plot,
                author,
                theme,
                networks,
                newDay,
                LocalTime.of(hour, minute),
                text,
                before,
                art,
                warning,
                sources);
    }

    Scene saying(String words) {
        return new Scene(title, plot, author, theme, networks, day, time, words, before, art, warning, sources);
    }

    Scene after(String words) {
        return new Scene(title, plot, author, theme, networks, day, time, text, words, art, warning, sources);
    }

    Scene showing(DoorArt picture) {
        return new Scene(title, plot, author, theme, networks, day, time, text, before, picture, warning, sources);
    }

    Scene warning(String words) {
        return new Scene(title, plot, author, theme, networks, day, time, text, before, art, words, sources);
    }

    Scene because(String claim, String source, String address) {
        return new Scene(
                title,
                plot,
                author,
                theme,
                networks,
                day,
                time,
                text,
                before,
                art,
                warning,
                List.of(new ClaimSource(claim, source, address)));
    }

    Scene in(Theme other) {
        return new Scene(title, plot, author, other, networks, day, time, text, before, art, warning, sources);
    }
}
