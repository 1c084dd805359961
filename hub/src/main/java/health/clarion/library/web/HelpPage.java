package health.clarion.library.web;

import health.clarion.library.Helpline;
import health.clarion.library.Helplines;
import health.clarion.library.web.HelpView.Country;
import health.clarion.library.web.HelpView.Line;
import health.clarion.ui.PublicPages;
import health.clarion.ui.PublicPages.Look;
import health.clarion.ui.PublicPath;
import health.clarion.ui.SameForEveryone;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Get help now: one step from every page, for anybody, without a script, a cookie or the database. Who looked is noted
 * nowhere.
 */
@Controller
class HelpPage {

    private static final String ALL = "all";
    private static final List<String> FEW = List.of("GB", "IE", "ES", "FR", "US", "CA", "MX", "AU");

    private final Helplines helplines;
    private final PublicPages renderer;

    HelpPage(Helplines helplines, PublicPages renderer) {
        this.helplines = helplines;
        this.renderer = renderer;
    }

    @GetMapping("/help")
    @SameForEveryone
    ResponseEntity<byte[]> help(@RequestParam(defaultValue = "") String country, HttpServletRequest request) {
        Look look = renderer.look(request);
        String shown = shown(country, look.language(), request);
        String path = shown.isEmpty() ? "/help?country=all" : "/help?country=" + shown;
        HelpView view = view(shown, look.language());
        return renderer.send(renderer.render("library/help", look, path, Map.of("view", view)), request);
    }

    // What was asked for, else where the browser says it is, else where the page's language is mostly spoken by us.
    private String shown(String asked, Locale language, HttpServletRequest request) {
        String wanted = asked.toUpperCase(Locale.ROOT);
        if (asked.equals(ALL)) {
            return "";
        }
        List<String> known = helplines.countries();
        if (known.contains(wanted)) {
            return wanted;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> request.getHeader("Accept-Language") != null)
                .map(Locale::getCountry)
                .filter(known::contains)
                .findFirst()
                .orElse(language.getLanguage().equals("en") ? "GB" : "ES");
    }

    private HelpView view(String country, Locale language) {
        List<Line> lines = helplines.in(country).stream()
                .map(line -> new Line(line, helplines.check(line.id()).orElse(null)))
                .toList();
        return new HelpView(
                country,
                country.isEmpty() ? "" : Helpline.countryName(country, language),
                helplines.emergency(country).orElse(null),
                lines,
                FEW.stream().map(code -> named(code, language)).toList(),
                country.isEmpty() ? all(language) : List.of());
    }

    private List<Country> all(Locale language) {
        Collator order = Collator.getInstance(language);
        return helplines.countries().stream()
                .map(code -> named(code, language))
                .sorted(Comparator.comparing(Country::name, order))
                .toList();
    }

    private static Country named(String code, Locale language) {
        return new Country(code, Helpline.countryName(code, language));
    }

    @Configuration(proxyBeanMethods = false)
    static class Doors {

        @Bean
        PublicPath helpIsOpen() {
            return new PublicPath("/help", "/api/v1/helplines");
        }
    }
}
