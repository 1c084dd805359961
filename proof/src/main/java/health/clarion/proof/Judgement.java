package health.clarion.proof;

import health.clarion.rig.CreationLog;
import health.clarion.rig.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What really happened on one server, as its own log says: each part of each post carries a mark of its own, so that the
 * number of times a mark was created is the number of times it was published there. The ledger is asked only what it
 * believes, to be held against that.
 */
final class Judgement {

    /** What was written already leaves at once when its process wakes; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Pattern MARK = Pattern.compile("mark-\\d+-\\d+");

    private final Map<String, List<Created>> created = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> faults = new HashSet<>();

    /** One creation. */
    private record Created(String id, String text, String inReplyTo, Instant at) {}

    /**
     * One part as the ledger has it.
     *
     * @param mark what only this part carries
     * @param text exactly what was signed
     * @param before mark of the part it answers; null for the first
     * @param state of its delivery
     * @param own its own state
     * @param unknown whether a request to send it ended without an answer that could be trusted
     * @param requests each request to send it
     */
    record Part(
            String mark,
            String text,
            @Nullable String before,
            String state,
            String own,
            boolean unknown,
            List<Asked> requests) {}

    /** A request to send a part: which process began it, and when. */
    record Asked(long process, Instant began) {}

    /** A process that stood still for so long. */
    record Freeze(long process, Instant from, Instant until) {}

    /**
     * What was found wrong on one server; all but the first three are to be empty. In a run that is long enough nothing
     * may be unplayed either.
     *
     * @param sent parts that the ledger says are there
     * @param retracted parts that the ledger says are taken down
     * @param waiting parts that wait for a person
     * @param twice marks that were created more than once
     * @param lost parts that the ledger says are there and are not, or that came to rest in no other good state
     * @param other parts whose words or place in the thread are not what was signed
     * @param late creations that no request under a lease explains: a worker sent after its time
     * @param leaving creations whose request was on its way out when its process was frozen, so that it left as soon as
     *     that woke: no client can look at the clock and write in one step. They are counted, and allowed as rarely as
     *     {@link ProvePublishing} says
     * @param risen parts that were taken down and stand there
     * @param needless parts that wait for a person though their outcome was never unknown
     * @param unplayed ways to fail that never happened, so that nothing is shown about them
     */
    record Found(
            int sent,
            int retracted,
            int waiting,
            List<String> twice,
            List<String> lost,
            List<String> other,
            List<String> late,
            List<String> leaving,
            List<String> risen,
            List<String> needless,
            Set<String> unplayed) {

        /**
         * Whether all is as it has to be; what was {@link #leaving} is judged over all servers together.
         *
         * @param enforced whether the server enforces keys: then only what is to be taken down may wait
         */
        boolean well(boolean enforced, int waitingToBeSent) {
            return twice.isEmpty()
                    && lost.isEmpty()
                    && other.isEmpty()
                    && late.isEmpty()
                    && risen.isEmpty()
                    && needless.isEmpty()
                    && (!enforced || waitingToBeSent == 0);
        }
    }

    private Judgement() {}

    /** Reads a server's log. */
    static Judgement of(Path log) {
        Judgement judgement = new Judgement();
        CreationLog.read(log).forEach(judgement::read);
        return judgement;
    }

    private void read(JsonNode line) {
        if (line.has("fault")) {
            faults.add(line.path("fault").asString());
        } else if (line.has("deleted")) {
            deleted.add(line.path("deleted").asString());
        } else {
            String text = line.path("text").asString();
            Matcher mark = MARK.matcher(text);
            if (mark.find()) {
                created.computeIfAbsent(mark.group(), m -> new ArrayList<>())
                        .add(new Created(
                                line.path("id").asString(),
                                text,
                                line.path("inReplyTo").asString(""),
                                Instant.parse(line.path("at").asString())));
            }
        }
    }

    /**
     * Holds the ledger against the log.
     *
     * @param explained how long after a request began its effect may show: lease, deadline and the server's own time
     * @param freezes what stood still when
     */
    Found judge(List<Part> parts, Duration explained, List<Freeze> freezes) {
        List<String> twice = new ArrayList<>();
        created.forEach((mark, times) -> {
            if (times.size() > 1) {
                twice.add(mark + " ×" + times.size());
            }
        });
        List<Part> there = with(parts, "SENT");
        List<Part> down = with(parts, "RETRACTED");
        List<Part> waiting = with(parts, "AWAITING_PERSON");
        List<String> lost = new ArrayList<>(marks(there, part -> !standing(part.mark())));
        lost.addAll(marks(
                parts, part -> !Set.of("SENT", "RETRACTED", "AWAITING_PERSON").contains(part.state())));
        return new Found(
                there.size(),
                down.size(),
                waiting.size(),
                twice,
                lost,
                marks(parts, part -> !asSigned(part)),
                marks(parts, part -> unexplained(part, explained)
                        .anyMatch(one -> !leaving(one, part, explained, freezes))),
                marks(parts, part -> unexplained(part, explained)
                        .anyMatch(one -> leaving(one, part, explained, freezes))),
                marks(down, part -> standing(part.mark())),
                marks(waiting, part -> open(part) && !part.unknown()),
                unplayed());
    }

    private static List<Part> with(List<Part> parts, String state) {
        return parts.stream().filter(part -> part.state().equals(state)).toList();
    }

    private static List<String> marks(List<Part> parts, Predicate<Part> wrong) {
        return parts.stream().filter(wrong).map(Part::mark).toList();
    }

    private boolean standing(String mark) {
        return created.getOrDefault(mark, List.of()).stream().anyMatch(one -> !deleted.contains(one.id()));
    }

    private boolean asSigned(Part part) {
        Set<String> parents = part.before() == null
                ? Set.of("")
                : created.getOrDefault(part.before(), List.of()).stream()
                        .map(Created::id)
                        .collect(Collectors.toSet());
        return created.getOrDefault(part.mark(), List.of()).stream()
                .allMatch(one -> one.text().equals(part.text()) && parents.contains(one.inReplyTo()));
    }

    private Stream<Created> unexplained(Part part, Duration explained) {
        return created.getOrDefault(part.mark(), List.of()).stream().filter(one -> part.requests().stream()
                .noneMatch(asked -> !one.at().isBefore(asked.began().minusSeconds(1))
                        && one.at().isBefore(asked.began().plus(explained))));
    }

    // Its process froze while the request was under way, and the server had it soon after that woke.
    private static boolean leaving(Created one, Part part, Duration explained, List<Freeze> freezes) {
        return freezes.stream()
                .anyMatch(freeze -> one.at().isAfter(freeze.until().minusSeconds(1))
                        && one.at().isBefore(freeze.until().plus(SOON))
                        && part.requests().stream()
                                .anyMatch(asked -> asked.process() == freeze.process()
                                        && asked.began().isBefore(freeze.from().plusSeconds(1))
                                        && asked.began().plus(explained).isAfter(freeze.from())));
    }

    // The part that the question is about; those before it are there, those after it wait for it.
    private static boolean open(Part part) {
        return part.own().equals("AMBIGUOUS") || part.own().equals("SENDING");
    }

    private Set<String> unplayed() {
        Set<String> missing = EnumSet.complementOf(EnumSet.of(Fault.NONE)).stream()
                .map(Fault::id)
                .collect(Collectors.toSet());
        missing.removeAll(faults);
        return missing;
    }
}
