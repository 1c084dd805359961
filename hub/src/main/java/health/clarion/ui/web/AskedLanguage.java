package health.clarion.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Makes a handler's {@code Locale} argument the language the answer is to be in, by the same rule as a page's words. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class AskedLanguage implements LocaleResolver {

    private final PageModel pages;

    AskedLanguage(PageModel pages) {
        this.pages = pages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return pages.locale(request);
    }

    /** Refused: people choose their language on their account, and visitors by a cookie. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is the member's own");
    }
}
