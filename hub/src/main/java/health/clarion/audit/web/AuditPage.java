package health.clarion.audit.web;

import health.clarion.audit.Anchors;
import health.clarion.audit.Audit.Entry;
import health.clarion.audit.AuditSearch;
import health.clarion.ui.Place;
import health.clarion.ui.Ui;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What was done, by whom, to what: for administrators, who may see everything it speaks of. */
@Controller
@PreAuthorize(AuditPage.MAY_READ)
class AuditPage {

    static final String MAY_READ = "hasRole('ADMINISTRATOR') and hasAuthority('read')";

    private static final int ON_A_PAGE = 50;

    private final AuditSearch search;
    private final Anchors anchors;
    private final Naming naming;

    AuditPage(AuditSearch search, Anchors anchors, Naming naming) {
        this.search = search;
        this.anchors = anchors;
        this.naming = naming;
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable Long before,
            @ModelAttribute("ui") Ui ui,
            Model model) {
        Asked asked = new Asked(subject, actor, what, from, until);
        List<Entry> found = search.find(asked.in(ui.zone()), before, ON_A_PAGE + 1);
        List<Entry> shown = found.stream().limit(ON_A_PAGE).toList();
        List<String> actors = search.actors();
        model.addAttribute("asked", asked);
        model.addAttribute("entries", shown);
        model.addAttribute("names", naming.of(spokenOf(shown, actors, asked)));
        model.addAttribute("kinds", search.kinds());
        model.addAttribute("actors", actors);
        model.addAttribute("newest", before == null);
        model.addAttribute("older", found.size() > ON_A_PAGE ? older(asked, shown.getLast()) : "");
        model.addAttribute("first", address(asked).toUriString());
        model.addAttribute("chain", search.chain());
        model.addAttribute("anchor", anchors.newest().orElse(null));
        return "audit/audit";
    }

    private static Set<String> spokenOf(List<Entry> entries, List<String> actors, Asked asked) {
        Set<String> all = new HashSet<>(actors);
        all.add(asked.subject());
        entries.forEach(entry -> {
            all.add(entry.actor());
            all.add(entry.subject());
        });
        return all;
    }

    private static String older(Asked asked, Entry last) {
        return address(asked).queryParam("before", last.number()).encode().toUriString();
    }

    private static UriComponentsBuilder address(Asked asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
        Map.of(
                        "subject",
                        asked.subject(),
                        "actor",
                        asked.actor(),
                        "what",
                        asked.what(),
                        "from",
                        asked.from(),
                        "until",
                        asked.until())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        address.queryParam(name, value);
                    }
                });
        return address;
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place auditPlace() {
            return new Place(
                    "audit",
                    "audit.audit",
                    "/audit",
                    "list-check",
                    96,
                    false,
                    viewer -> viewer.may("ROLE_ADMINISTRATOR"),
                    viewer -> 0);
        }
    }
}
