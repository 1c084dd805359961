package health.clarion.safeguards.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownClaimsTest {
    private static final List<FactCheck> CLAIMS = List.of(
            FactCheck.of("tea", "Green tea cures \"diabetes.\"").withTitle("Does green tea cure diabetes?", ""),
            FactCheck.of("tea again", "Green tea cures 'diabetes.'").withTitle("Does green tea cure diabetes?", ""),
            FactCheck.of("coffee", "Coffee cures diabetes."),
            FactCheck.of("coffee, checked", "Coffee cures diabetes.").withDate("2024-05-01"),
            FactCheck.of("coffee, checked later", "Coffee cures diabetes.").withDate("2025-05-01"),
            FactCheck.of("masts", "Phone masts make people ill."),
            FactCheck.of("ticks", "Ticks fall from trees."),
            FactCheck.of("salt", "Himalayan salt lowers blood pressure."));

    private static final List<String> POSTS = List.of(
            "They say diabetes is cured by green tea! #GreenTea",
            "coffee cures diabetes",
            "a cure for diabetes",
            "My doctor will not tell you that masts make people ill",
            "");

    private static KnownClaims known(List<FactCheck> claims) {
        return KnownClaims.of("en", claims, done -> {});
    }

    private static List<String> ids(KnownClaims claims, String post, boolean byMeaning) {
        return claims.match(post, 8, byMeaning).matches().stream()
                .map(match -> match.check().id())
                .toList();
    }

    @Test
    void theOrderInWhichClaimsCameChangesNothing() {
        KnownClaims filed = known(CLAIMS);
        for (int seed = 0; seed < 5; seed++) {
            List<FactCheck> shuffled = new ArrayList<>(CLAIMS);
            Collections.shuffle(shuffled, new Random(seed));
            KnownClaims others = known(shuffled);
            for (String post : POSTS) {
                assertThat(others.match(post, 8)).isEqualTo(filed.match(post, 8));
                assertThat(others.match(post, 8, false)).isEqualTo(filed.match(post, 8, false));
            }
        }
    }

    @Test
    void claimsInOtherQuotationMarksAreJustAsLikely() {
        List<KnownClaims.Match> matches =
                known(CLAIMS).match(POSTS.getFirst(), 2).matches();
        assertThat(matches).extracting(match -> match.check().id()).containsExactlyInAnyOrder("tea", "tea again");
        assertThat(matches.get(0).score()).isEqualTo(matches.get(1).score());
    }

    @Test
    void ofTheSameClaimTheLatestCheckComesFirst() {
        for (boolean byMeaning : List.of(true, false)) {
            assertThat(ids(known(CLAIMS), "coffee cures diabetes", byMeaning).subList(0, 3))
                    .containsExactly("coffee, checked later", "coffee, checked", "coffee");
        }
    }

    @Test
    void aPostAboutSomethingElseIsNotKnown() {
        assertThat(known(CLAIMS).match("The library opens at nine tomorrow", 1).known())
                .isFalse();
    }
}
