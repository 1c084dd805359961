package health.clarion.ui.web;

import health.clarion.ui.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody may choose without an account, and the staff's list of all places on a phone. */
@Controller
class Choices {

    @GetMapping("/language")
    String language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale chosen = Words.closest(Locale.forLanguageTag(to));
        ResponseCookie cookie = ResponseCookie.from(PageModel.LANGUAGE_COOKIE, chosen.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + ownPath(back);
    }

    @GetMapping("/more")
    String more() {
        return "ui/more";
    }

    // Only a path of our own: "//elsewhere" and "/\elsewhere" would leave the site.
    static String ownPath(String path) {
        boolean own = path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") && !path.contains(":");
        return own ? path : "/";
    }
}
