package health.clarion.ui.web;

import health.clarion.ui.SameForEveryone;
import health.clarion.ui.Ui;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page its {@link Ui} as {@code ui}, with the sentence a redirect left for it. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {

    private final PageModel pages;

    PageAdvice(PageModel pages) {
        this.pages = pages;
    }

    @ModelAttribute
    void ui(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (request.getRequestURI().startsWith("/api/v1") || sameForEveryone(request)) {
            return;
        }
        Ui ui = pages.of(request);
        var left = RequestContextUtils.getInputFlashMap(request);
        if (left != null && left.get("flash") instanceof String sentence) {
            ui.flash(sentence);
        }
        model.addAttribute("ui", ui);
    }

    private static boolean sameForEveryone(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && handler.hasMethodAnnotation(SameForEveryone.class);
    }
}
