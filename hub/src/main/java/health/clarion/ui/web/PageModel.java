package health.clarion.ui.web;

import health.clarion.ui.LastKnown;
import health.clarion.ui.Place;
import health.clarion.ui.PublicPages;
import health.clarion.ui.Theme;
import health.clarion.ui.Ui;
import health.clarion.ui.Viewer;
import health.clarion.ui.Viewers;
import health.clarion.ui.Words;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Ui} of a request: language, theme, rail and form token. */
@Component
public class PageModel {

    /** Cookie in which a visitor without an account keeps the theme they chose. */
    public static final String THEME_COOKIE = "clarion-theme";

    /** Request parameter and cookie with the language a visitor chose. */
    public static final String LANGUAGE_COOKIE = "clarion-lang";

    private final Words words;
    private final ObjectProvider<Viewers> viewers;
    private final List<Place> places;
    private final ResourceUrlProvider resources;
    private final LastKnown<Owner> owner;

    /** Whose pages these are. */
    private record Owner(String name, ZoneId zone) {}

    private static final Owner NOBODY = new Owner("Clarion", ZoneId.of("Europe/London"));

    PageModel(
            Words words,
            ObjectProvider<Viewers> viewers,
            List<Place> places,
            ResourceUrlProvider resources,
            Clock clock) {
        this.words = words;
        this.viewers = viewers;
        this.places =
                places.stream().sorted(Comparator.comparingInt(Place::order)).toList();
        this.resources = resources;
        this.owner = new LastKnown<>(
                this::owner,
                NOBODY,
                Duration.ofSeconds(10),
                Duration.ofDays(3650), // a public page never waits for the organisation's name
                clock);
    }

    /** The page model of a page that looks the same to everyone: no viewer, no form token. */
    Ui forEveryone(PublicPages.Look look, String path) {
        Owner known = owner.get();
        return new Ui(
                words,
                look.language(),
                known.zone(),
                look.theme(),
                null,
                known.name(),
                List.of(),
                path,
                null,
                null,
                this::fingerprinted);
    }

    /** The page model of this request; never fails, so that error pages can use it too. */
    public Ui of(HttpServletRequest request) {
        Viewer viewer = viewer();
        Owner whose = ownerNow();
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Ui(
                words,
                locale(request, viewer),
                viewer == null ? whose.zone() : viewer.zone(),
                theme(request, viewer),
                viewer,
                whose.name(),
                viewer == null ? List.of() : new Rail(viewer),
                request.getRequestURI(),
                csrf == null ? null : csrf.getParameterName(),
                csrf == null ? null : csrf.getToken(),
                this::fingerprinted);
    }

    /** The language this request is to be answered in. */
    public Locale locale(HttpServletRequest request) {
        return locale(request, viewer());
    }

    /**
     * What a program asks for with {@code Accept-Language}; for a person their own language, else the one they chose on
     * this device, else the closest their browser asks for.
     */
    public Locale locale(HttpServletRequest request, @Nullable Viewer viewer) {
        String asked = parameter(request, "lang");
        if (asked != null) {
            return Words.closest(Locale.forLanguageTag(asked));
        }
        if (viewer != null && !(hasToken(request) && request.getHeader("Accept-Language") != null)) {
            return Words.closest(viewer.locale());
        }
        Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
        return chosen == null ? accepted(request) : Words.closest(Locale.forLanguageTag(chosen.getValue()));
    }

    // A browser sends its own language with every request; only of a program does the header say what it wants.
    private static boolean hasToken(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    private static Locale accepted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale ->
                        Words.LANGUAGES.stream().anyMatch(l -> l.getLanguage().equals(locale.getLanguage())))
                .map(Words::closest)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    // A form that could not be read makes every parameter throw, and the page that says so must still be shown.
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    Theme theme(HttpServletRequest request, @Nullable Viewer viewer) {
        String forced = parameter(request, "theme");
        if (forced != null) {
            return Theme.of(forced);
        }
        if (viewer != null) {
            return viewer.theme();
        }
        Cookie chosen = WebUtils.getCookie(request, THEME_COOKIE);
        return chosen == null ? Theme.AUTO : Theme.of(chosen.getValue());
    }

    /** The rail of one viewer, counted when it is first shown: answers without a rail read nothing for it. */
    private final class Rail extends AbstractList<Ui.Spot> {

        private final Viewer viewer;
        private @Nullable List<Ui.Spot> counted;

        Rail(Viewer viewer) {
            this.viewer = viewer;
        }

        private List<Ui.Spot> spots() {
            List<Ui.Spot> known = counted;
            if (known == null) {
                known = PageModel.this.spots(viewer);
                counted = known;
            }
            return known;
        }

        @Override
        public Ui.Spot get(int index) {
            return spots().get(index);
        }

        @Override
        public int size() {
            return spots().size();
        }
    }

    private List<Ui.Spot> spots(Viewer viewer) {
        return places.stream()
                .filter(place -> place.visible().test(viewer))
                .map(place -> new Ui.Spot(place, waiting(place, viewer)))
                .toList();
    }

    // A count is a courtesy: when it can't be read, the page is still shown.
    private static int waiting(Place place, Viewer viewer) {
        try {
            return place.waiting().applyAsInt(viewer);
        } catch (RuntimeException unavailable) {
            return 0;
        }
    }

    private @Nullable Viewer viewer() {
        try {
            Viewers known = viewers.getIfAvailable();
            return known == null ? null : known.current();
        } catch (RuntimeException unavailable) {
            return null;
        }
    }

    // The name last known, when it can't be asked for now.
    private Owner ownerNow() {
        try {
            return owner();
        } catch (RuntimeException unavailable) {
            return owner.get();
        }
    }

    private Owner owner() {
        Viewers known = viewers.getIfAvailable();
        return known == null ? NOBODY : new Owner(known.organisation(), known.zone());
    }

    private String fingerprinted(String path) {
        String found = resources.getForLookupPath(path);
        return found == null ? path : found;
    }
}
