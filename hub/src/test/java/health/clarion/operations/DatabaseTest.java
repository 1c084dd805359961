package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what a person wrote after {@code --database}. */
class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:s%40fe@db.example.org:5433/clarion",
                "postgres://ana:s%40fe@db.example.org:5433/clarion",
                "jdbc:postgresql://ana:s%40fe@db.example.org:5433/clarion",
                "jdbc:postgresql://db.example.org:5433/clarion?user=ana&password=s%40fe"
            })
    void theUsualWaysToWriteAnAddressMeanTheSame(String address) {
        Database database = Database.onServer(address);
        assertThat(database.url()).isEqualTo("jdbc:postgresql://db.example.org:5433/clarion");
        assertThat(database.ownerRole()).isEqualTo("ana");
        assertThat(database.ownerPassword()).isEqualTo("s@fe");
        assertThat(database.applicationPassword()).hasSize(43);
    }

    @Test
    void settingsInTheAddressAreKept() {
        assertThat(Database.onServer("postgresql://ana:x@db/clarion?sslmode=verify-full")
                        .url())
                .isEqualTo("jdbc:postgresql://db/clarion?sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mysql://a:b@c/d", "postgresql://host/clarion", "postgresql://a:b@host", "not an address"})
    void anythingElseIsRefusedWithAnExample(String address) {
        assertThatThrownBy(() -> Database.onServer(address))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("postgresql://user:password@host:5432/database");
    }
}
