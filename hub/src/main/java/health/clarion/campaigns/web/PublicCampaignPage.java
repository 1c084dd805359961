package health.clarion.campaigns.web;

import health.clarion.people.Member;
import health.clarion.ui.PublicPages;
import health.clarion.ui.PublicPath;
import health.clarion.ui.SameForEveryone;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The start page and the campaigns' public pages; no cookie, no session, no script needed. */
@Controller
class PublicCampaignPage {

    private final PublicCampaignPages pages;
    private final PublicPages renderer;
    private final CampaignAccess access;

    PublicCampaignPage(PublicCampaignPages pages, PublicPages renderer, CampaignAccess access) {
        this.pages = pages;
        this.renderer = renderer;
        this.access = access;
    }

    @GetMapping("/")
    @SameForEveryone
    ResponseEntity<byte[]> start(HttpServletRequest request) {
        return renderer.send(pages.start(renderer.look(request)), request);
    }

    @GetMapping("/c/{slug}")
    @SameForEveryone
    ResponseEntity<byte[]> page(@PathVariable String slug, HttpServletRequest request) {
        return renderer.send(pages.page(slug, renderer.look(request)), request);
    }

    @GetMapping("/campaigns/{slug}/preview")
    String preview(Member me, @PathVariable String slug, Model model) {
        model.addAttribute("page", pages.shown(access.readable(me, slug), true));
        return "campaigns/page";
    }

    @Configuration(proxyBeanMethods = false)
    static class Doors {

        @Bean
        PublicPath campaignPagesAreOpen() {
            return new PublicPath("/", "/c/{slug}");
        }
    }
}
