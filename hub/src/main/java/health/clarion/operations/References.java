package health.clarion.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Walks every declared reference, a page at a time, and names ids that lead nowhere. */
record References(List<DeclaredReference> references) implements Check {

    private static final int PAGE = 1_000;
    private static final int NAMED_AT_MOST = 5;

    @Override
    public String name() {
        return "References";
    }

    @Override
    public Result look() {
        List<String> orphans = references.stream()
                .map(References::orphans)
                .filter(found -> !found.isEmpty())
                .toList();
        if (orphans.isEmpty()) {
            return new Result.Fine(
                    "Nothing refers to something that is gone (" + references.size() + " kinds looked at).");
        }
        return new Result.Wrong(
                "Some things refer to what is gone: " + String.join("; ", orphans) + ".",
                "Restore a back-up beside this hub and compare, or ask for help with this list.");
    }

    private static String orphans(DeclaredReference reference) {
        List<UUID> gone = new ArrayList<>();
        List<UUID> page = reference.referred(null, PAGE);
        while (!page.isEmpty()) {
            Set<UUID> present = reference.present(page);
            page.stream().filter(id -> !present.contains(id)).forEach(gone::add);
            page = page.size() < PAGE ? List.of() : reference.referred(page.getLast(), PAGE);
        }
        if (gone.isEmpty()) {
            return "";
        }
        String some = String.join(
                ", ", gone.stream().limit(NAMED_AT_MOST).map(UUID::toString).toList());
        return reference.name() + ": " + gone.size() + " (" + some + (gone.size() > NAMED_AT_MOST ? ", …" : "") + ")";
    }
}
