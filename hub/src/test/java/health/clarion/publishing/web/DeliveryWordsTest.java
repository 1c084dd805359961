package health.clarion.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.publishing.AttemptMade.Kind;
import health.clarion.publishing.AttemptMade.Result;
import health.clarion.publishing.Delivery;
import health.clarion.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every state and every attempt has words that a person understands, in every language. */
@HubTest
class DeliveryWordsTest {

    private static final Map<Kind, Set<Result>> HAPPENS = Map.of(
            Kind.SEND,
            Set.of(Result.SENT, Result.REFUSED, Result.TRY_LATER, Result.AMBIGUOUS, Result.CUT_OFF),
            Kind.LOOK,
            Set.of(Result.SENT, Result.NOT_FOUND, Result.AMBIGUOUS, Result.TRY_LATER, Result.CUT_OFF),
            Kind.RETRACT,
            Set.of(Result.DELETED, Result.ALREADY_GONE, Result.TRY_LATER, Result.REFUSED, Result.CUT_OFF),
            Kind.PERSON,
            Set.of(Result.SENT, Result.NOT_FOUND, Result.ALREADY_GONE));

    private final Words words;

    DeliveryWordsTest(Words words) {
        this.words = words;
    }

    @Test
    void everyStateAndEveryAttemptHasWordsInEveryLanguage() {
        for (Locale language : Words.LANGUAGES) {
            assertThat(words.keys(language)).as("%s", language).containsAll(keys());
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Delivery.State state : Delivery.State.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            keys.add("publishing.state." + name);
            keys.add("publishing.sentence." + name.replace('_', '-'));
        }
        HAPPENS.forEach((kind, results) -> {
            String attempt = "publishing.attempt." + kind.name().toLowerCase(Locale.ROOT);
            if (kind != Kind.PERSON) {
                keys.add(attempt);
            }
            results.forEach(result -> keys.add(attempt + "." + result.name().toLowerCase(Locale.ROOT)));
        });
        for (Delivery.ReadBackFound found : Delivery.ReadBackFound.values()) {
            keys.add("publishing.read-back." + found.name().toLowerCase(Locale.ROOT));
        }
        return keys;
    }
}
