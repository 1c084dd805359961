package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Looking for ids that lead nowhere, over more of them than fit into one page. */
class ReferencesTest {

    @Test
    void anOrphanOnAnyPageIsNamed() {
        UUID gone = new UUID(0, 2_345);
        Check.Result result = new References(List.of(pointing(3_000, Set.of(gone)))).look();
        assertThat(result).isInstanceOf(Check.Result.Wrong.class);
        assertThat(result.words()).contains("posts → campaigns: 1 (" + gone + ")");
    }

    @Test
    void manyOrphansAreCountedAndSomeNamed() {
        Set<UUID> gone = LongStream.range(0, 40).mapToObj(n -> new UUID(0, n)).collect(Collectors.toSet());
        assertThat(new References(List.of(pointing(1_000, gone))).look().words())
                .contains("posts → campaigns: 40 (")
                .contains(", …)");
    }

    @Test
    void nothingIsWrongWhenAllAreThere() {
        assertThat(new References(List.of(pointing(0, Set.of()), pointing(2_000, Set.of()))).look())
                .isInstanceOf(Check.Result.Fine.class);
    }

    private static DeclaredReference pointing(int count, Set<UUID> gone) {
        TreeSet<UUID> ids =
                LongStream.range(0, count).mapToObj(n -> new UUID(0, n)).collect(Collectors.toCollection(TreeSet::new));
        return new DeclaredReference() {
            @Override
            public String name() {
                return "posts → campaigns";
            }

            @Override
            public List<UUID> referred(@Nullable UUID after, int limit) {
                return (after == null ? ids : ids.tailSet(after, false))
                        .stream().limit(limit).toList();
            }

            @Override
            public Set<UUID> present(Collection<UUID> asked) {
                assertThat(asked).hasSizeLessThanOrEqualTo(1_000);
                return asked.stream().filter(id -> !gone.contains(id)).collect(Collectors.toSet());
            }
        };
    }
}
