package health.clarion.api.web;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What may stop a call, by status: always as problem+json, with words for a person. */
final class Refusals {

    /** Each status with what it means here. */
    static final Map<Integer, String> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "It could not be read: malformed JSON, an unknown field, or a value of the wrong type."),
            Map.entry(401, "It needs a token, and none or no good one was sent."),
            Map.entry(403, "The token was not given this scope, or its owner has not the role."),
            Map.entry(404, "There is no such thing, or not for you."),
            Map.entry(409, "Something else happened in the meantime, or it was done already."),
            Map.entry(413, "It is too large."),
            Map.entry(415, "It is of a kind that is not taken here."),
            Map.entry(422, "It was read and can't be done as it is; the words say why."),
            Map.entry(429, "Too often. Retry-After says when to come back, where that is known."),
            Map.entry(503, "The database, or a network, is away for the moment. Nothing was changed: try again.")));

    private Refusals() {}

    /** Those that this call may meet. */
    static Collection<Integer> of(Operation operation) {
        Access access = operation.access();
        TreeSet<Integer> statuses = new TreeSet<>();
        statuses.add(503);
        if (!access.open()) {
            statuses.add(401);
        }
        if (!access.scopes().isEmpty() || !access.roles().isEmpty()) {
            statuses.add(403);
        }
        if (!operation.parameters().isEmpty()) {
            statuses.add(400);
            statuses.add(422);
        }
        if (operation.path().contains("{")) {
            statuses.add(404);
        }
        if (operation.changes()) {
            statuses.add(409);
            statuses.add(429);
        }
        if (operation.body() != null || operation.takesForm()) {
            statuses.addAll(java.util.List.of(400, 413, 415, 422));
        }
        return statuses;
    }
}
