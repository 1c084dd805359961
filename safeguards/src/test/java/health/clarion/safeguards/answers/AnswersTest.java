package health.clarion.safeguards.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final List<ReviewedAnswer> LIBRARY = List.of(
            answer("wash-1", "How do I wash my hands?", "Use soap and water for twenty seconds."),
            answer("wash-2", "What is the right way to clean my hands?", "Use soap and water for twenty seconds."),
            answer("wash-3", "For how long should hands be washed?", "Use soap and water for twenty seconds."),
            answer("mask", "Should I wear a mask on the bus?", "Yes, where it is crowded."),
            answer("fever", "When is a fever dangerous?", "Call a doctor above 40 degrees."));

    private static ReviewedAnswer answer(String id, String question, String answer) {
        return new ReviewedAnswer(id, question, answer, "en");
    }

    private static Answers ready(List<ReviewedAnswer> answers) {
        return Answers.of("en", answers, done -> {});
    }

    @Test
    void aQuestionInOtherWordsFindsItsAnswer() {
        Answers.Found found = ready(LIBRARY).find("What's the best way of washing hands?", 3);
        assertThat(found.matches().getFirst().answer().id()).startsWith("wash");
        assertThat(found.answered()).isTrue();
    }

    @Test
    void ofWordingsWithOneAnswerOnlyTheNearestIsGiven() {
        Answers.Found found = ready(LIBRARY).find("How long must I wash my hands?", 5);
        assertThat(found.matches().stream().map(match -> match.answer().answer()))
                .doesNotHaveDuplicates();
        assertThat(found.matches().getFirst().answer().id()).isEqualTo("wash-3");
    }

    @Test
    void scoresFallAndStayBetweenZeroAndOne() {
        List<Answers.Match> matches =
                ready(LIBRARY).find("Do I need a mask?", 5).matches();
        for (int i = 0; i < matches.size(); i++) {
            assertThat(matches.get(i).score())
                    .isBetween(0.0, i == 0 ? 1 : matches.get(i - 1).score());
        }
    }

    @Test
    void whatNobodyReviewedHasNoAnswer() {
        assertThat(ready(LIBRARY)
                        .find("Who won the football match yesterday?", 3)
                        .answered())
                .isFalse();
        assertThat(ready(List.of()).find("How do I wash my hands?", 3).answered())
                .isFalse();
    }

    @Test
    void anAnswerThatIsOnlyANameGroupsItsWordings() {
        List<ReviewedAnswer> named = LIBRARY.stream()
                .map(one -> answer(one.id(), one.question(), one.id().startsWith("wash") ? "7" : ""))
                .collect(Collectors.toList());
        Answers.Found found = ready(named).find("How are hands washed properly?", 5);
        assertThat(found.matches().getFirst().answer().answer()).isEqualTo("7");
        assertThat(found.matches()).hasSizeLessThanOrEqualTo(3);
    }
}
