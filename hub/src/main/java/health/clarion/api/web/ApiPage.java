package health.clarion.api.web;

import health.clarion.ui.Programs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What programs may ask: a page for people, and the OpenAPI document for their tools. For members and their tokens. */
@Controller
class ApiPage {

    private final Document document;

    ApiPage(Document document) {
        this.document = document;
    }

    @GetMapping(Programs.DOCUMENT)
    Object api(HttpServletRequest request, Model model) {
        if (Programs.ask(request)) {
            return document();
        }
        return new ModelAndView("api/api", model.asMap()).addObject("view", ApiView.of(document.whole()));
    }

    @GetMapping(Programs.DOCUMENT + "/openapi.json")
    ResponseEntity<Map<String, Object>> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.whole());
    }
}
