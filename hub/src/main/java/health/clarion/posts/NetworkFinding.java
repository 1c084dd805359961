package health.clarion.posts;

import health.clarion.networks.Network;
import health.clarion.safeguards.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding and where it was found.
 *
 * @param network the network whose own words it is about; null when it is about the words every network starts from
 * @param words the words it is about; {@code ""} when it is about the whole
 * @param reason why the writers go on despite it, where that is allowed; null when they gave none
 */
public record NetworkFinding(
        @Nullable Network network,
        String words,
        Finding finding,
        @Nullable String reason) {

    /** What a reason for going on names: the rule and the very words, so that it covers no others. */
    public String key() {
        return key(finding.rule(), words);
    }

    static String key(String rule, String words) {
        return Typed.line(words.isBlank() ? rule : rule + ' ' + words);
    }
}
