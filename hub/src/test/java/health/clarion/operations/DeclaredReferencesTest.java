package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.InDemoWorld;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the modules declare about their rows, as the doctor walks it. */
@InDemoWorld
class DeclaredReferencesTest {

    private final List<DeclaredReference> declared;

    DeclaredReferencesTest(List<DeclaredReference> declared) {
        this.declared = declared;
    }

    @Test
    void everyReferenceCanBeWalkedAndLeadsSomewhereInTheDemonstration() {
        assertThat(declared)
                .extracting(DeclaredReference::name)
                .doesNotHaveDuplicates()
                .contains("reviews → posts", "deliveries → posts", "deliveries → accounts", "replies → accounts");
        assertThat(new References(declared).look()).isInstanceOf(Check.Result.Fine.class);
        for (DeclaredReference reference : declared) {
            List<UUID> first = reference.referred(null, 1);
            assertThat(first).as(reference.name()).hasSizeLessThanOrEqualTo(1);
            first.forEach(id ->
                    assertThat(reference.referred(id, 1)).as(reference.name()).doesNotContain(id));
            assertThat(reference.present(List.of(new UUID(1, 1))))
                    .as(reference.name())
                    .isEmpty();
        }
    }
}
