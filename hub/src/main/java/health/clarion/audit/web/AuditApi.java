package health.clarion.audit.web;

import health.clarion.audit.Anchors;
import health.clarion.audit.Audit.Entry;
import health.clarion.audit.AuditSearch;
import health.clarion.audit.Sought;
import health.clarion.ui.ApiCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done, for an administrator's programs. Nothing here changes it. */
@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize(AuditPage.MAY_READ)
class AuditApi {

    private final AuditSearch search;
    private final Anchors anchors;
    private final Naming naming;

    AuditApi(AuditSearch search, Anchors anchors, Naming naming) {
        this.search = search;
        this.anchors = anchors;
        this.naming = naming;
    }

    /** An entry; the names are today's, and left out when whatever it was is gone or has none. */
    record EntryJson(
            long number,
            Instant at,
            String what,
            String actor,
            @Nullable String actorName,
            String subject,
            @Nullable String subjectName,
            Map<String, String> ids) {

        static EntryJson of(Entry entry, Map<String, Naming.Named> names) {
            return new EntryJson(
                    entry.number(),
                    entry.at(),
                    entry.what(),
                    entry.actor(),
                    nameOf(entry.actor(), names),
                    entry.subject(),
                    nameOf(entry.subject(), names),
                    entry.ids());
        }

        private static @Nullable String nameOf(String reference, Map<String, Naming.Named> names) {
            Naming.Named named = names.get(reference);
            return named == null ? null : named.name();
        }
    }

    /** Entries, the newest first; go on with {@code before} set to the last one's number while there are more. */
    record Page(List<EntryJson> entries, boolean more) {}

    /** An anchor that was written to the data directory. */
    record AnchorJson(String file, long lastEntry, String hash) {}

    /** How far the chain reaches; {@code hash} is its head. */
    record ChainJson(
            long sealedUpTo,
            String hash,
            @Nullable Instant sealedAt,
            long unsealed,
            @Nullable AnchorJson anchor) {}

    @ApiCall("Lists what was done, the newest first.")
    @GetMapping
    Page entries(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, AuditSearch.MOST - 1);
        List<Entry> found = search.find(new Sought(subject, actor, what, from, until), before, most + 1);
        List<Entry> shown = found.stream().limit(most).toList();
        Map<String, Naming.Named> names = naming.of(shown.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .toList());
        return new Page(shown.stream().map(entry -> EntryJson.of(entry, names)).toList(), found.size() > most);
    }

    @ApiCall("Shows how far the chain reaches and the last anchor.")
    @GetMapping("/chain")
    ChainJson chain() {
        AuditSearch.Chain chain = search.chain();
        return new ChainJson(
                chain.head().lastEntry(),
                chain.head().hash(),
                chain.sealedAt(),
                chain.unsealed(),
                anchors.newest()
                        .map(anchor -> new AnchorJson(
                                anchor.file(),
                                anchor.head().lastEntry(),
                                anchor.head().hash()))
                        .orElse(null));
    }
}
