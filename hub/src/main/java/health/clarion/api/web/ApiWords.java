package health.clarion.api.web;

import java.util.List;

/** What the document says in words. English, like the names of its fields. */
final class ApiWords {

    static final String SUMMARY = "Everything the pages of Clarion do, for programs.";

    static final String DESCRIPTION = """
            Send a personal access token as “Authorization: Bearer …”; people make theirs on the page “Tokens” of their account. \
            A token does what its scopes and its owner's roles allow, looked at anew on each call.

            Errors are application/problem+json (RFC 9457) with words for a person, in the language of Accept-Language \
            or of the token's owner, and a type such as urn:clarion:posts.none that programs may compare. Unknown fields in a request are \
            refused; fields of an answer that have no value are left out, and new ones may be added.

            Times are ISO 8601. A time of day that a person chose has no offset and stands beside its zone. Ranges in \
            texts count Unicode code points.""";

    static final String REPEATING = "A key of your own making, such as a UUID. The same call with the same key is done "
            + "once within 24 hours and gets the first answer again. With another body it is refused (422); while the "
            + "first is still being done, or when its answer may not be kept, too (409).";

    static final String REPLAYED = "Present when this answer was given before, to a call with the same key.";

    static final String TOKEN =
            "A personal access token. The scopes named beside it are those it must have been given.";

    static final String PROBLEM =
            "What stopped a call. Some problems say more: findings, obstacles, reasons, errors by "
                    + "field, or the version that is there now.";

    private ApiWords() {}

    /** Who may make a call, in a sentence. */
    static String needs(Access access) {
        if (access.open()) {
            return "Needs no token.";
        }
        String scopes = access.scopes().isEmpty()
                ? "Needs a token."
                : "Needs the scope" + (access.scopes().size() > 1 ? "s " : " ")
                        + joined(List.copyOf(access.scopes()), "and") + ".";
        return access.roles().isEmpty()
                ? scopes
                : scopes + " For the role" + (access.roles().size() > 1 ? "s " : " ")
                        + joined(List.copyOf(access.roles()), "or") + ".";
    }

    private static String joined(List<String> words, String last) {
        int end = words.size() - 1;
        return end == 0
                ? words.getFirst()
                : String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
    }

    /** What an answer of a call that went well means. */
    static String answer(int status) {
        return switch (status) {
            case 200 -> "Done.";
            case 201 -> "Made.";
            case 202 -> "Begun; it goes on from here.";
            case 204 -> "Done; there is nothing to say.";
            default -> throw new IllegalStateException("No words for the answer " + status);
        };
    }
}
