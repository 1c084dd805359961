package health.clarion.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.OAuthToken;
import health.clarion.channels.Credentials.Session;
import health.clarion.networks.Network;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HubTest
class VaultTest {

    private final Accounts accounts;
    private final Vault vault;
    private final Sealing sealing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Path data;
    private final SignedIn signedIn;
    private final List<UUID> made = new ArrayList<>();

    VaultTest(
            Accounts accounts,
            Vault vault,
            Sealing sealing,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SignedIn signedIn,
            @Value("${clarion.data}") Path data) {
        this.accounts = accounts;
        this.vault = vault;
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.signedIn = signedIn;
        this.data = data;
    }

    @Test
    void noSecretIsReadableInTheDatabase() {
        AppPassword password = new AppPassword(
                "harbour.example", "abcd-efgh-ijkl", new Session("did:plc:x", "h", "acc-tok", "ref-tok"));
        UUID id = account(password);

        String stored = jdbc.sql("select encode(credentials, 'escape') from accounts.account where id = :id")
                .param("id", id)
                .query(String.class)
                .single();

        assertThat(stored).doesNotContain("abcd", "acc-tok", "ref-tok", "harbour.example");
        assertThat(accounts.connection(id)).map(Connection::credentials).contains(password);
    }

    @Test
    void theKeyLiesInAFileThatOnlyItsOwnerReads() throws Exception {
        Path key = data.resolve("secrets").resolve("tokens.key");

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecretMovedToAnotherRowOrChangedDoesNotOpen() {
        Sealing.Sealed sealed = sealing.seal("secret".getBytes(StandardCharsets.UTF_8), "account:a");

        assertThat(sealing.open(sealed, "account:a"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("secret");
        assertThatThrownBy(() -> sealing.open(sealed, "account:b")).isInstanceOf(IllegalStateException.class);
        sealed.bytes()[sealed.bytes().length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open(sealed, "account:a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Sealing(data, "too short")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anAccountSealedWithALostKeyAsksToSignInAgain() {
        UUID id = account(token("access", "refresh"));
        jdbc.sql("update accounts.account set sealing_key = 'lost' where id = :id")
                .param("id", id)
                .update();

        assertThat(accounts.find(id)).map(Account::status).contains(Account.Status.NEEDS_SIGN_IN);
        assertThat(accounts.connection(id)).isEmpty();
    }

    @Test
    void aRefreshTokenIsUsedOnceHoweverManyNeedIt() throws Exception {
        Credentials stale = token("old", "refresh-1");
        UUID id = account(stale);
        AtomicInteger renewals = new AtomicInteger();
        Callable<Credentials> renew = () -> accounts.connection(id)
                .orElseThrow()
                .store()
                .renew(stale, old -> token("new", "refresh-" + renewals.incrementAndGet() + 1));

        List<Future<Credentials>> all;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            all = workers.invokeAll(IntStream.range(0, 6).mapToObj(i -> renew).toList());
        }

        assertThat(renewals).hasValue(1);
        for (Future<Credentials> one : all) {
            assertThat(one.get()).isEqualTo(token("new", "refresh-11"));
        }
    }

    @Test
    void aFailedRenewalLeavesTheAccountConnectedWithWhatItHad() {
        Credentials stale = token("old", "refresh");
        UUID id = account(stale);

        assertThat(vault.renew(id, stale, old -> old)).isEqualTo(stale);
        assertThatThrownBy(() -> vault.renew(id, stale, old -> {
                    throw new IllegalStateException("the network broke off");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(accounts.find(id)).map(Account::status).contains(Account.Status.CONNECTED);
        assertThat(accounts.connection(id)).map(Connection::credentials).contains(stale);
    }

    @Test
    void aServerThatGivesNoNewRefreshTokenDoesNotWipeTheOldOne() {
        Credentials stale = token("old", "refresh");
        UUID id = account(stale);

        vault.renew(id, stale, old -> token("new", null));

        assertThat(accounts.connection(id)).map(Connection::credentials).contains(token("new", "refresh"));
    }

    @Test
    void aRotatedTokenIsKeptEvenWhenTheCallerIsRolledBack() {
        Credentials stale = token("old", "refresh");
        UUID id = account(stale);

        transaction.executeWithoutResult(status -> {
            vault.renew(id, stale, old -> token("new", "refresh-2"));
            status.setRollbackOnly();
        });

        assertThat(accounts.connection(id)).map(Connection::credentials).contains(token("new", "refresh-2"));
    }

    // Other tests, and jobs that look at every account, must not meet these.
    @AfterEach
    void accountsAreForgotten() {
        made.forEach(accounts::forget);
    }

    private UUID account(Credentials credentials) {
        UUID id = accounts.keep(
                Network.MASTODON,
                URI.create("https://mastodon.example"),
                UUID.randomUUID().toString(),
                "harbour",
                "Harbour",
                signedIn.member(Role.ADMINISTRATOR).id());
        made.add(id);
        vault.save(id, credentials);
        return id;
    }

    private static OAuthToken token(String access, @org.jspecify.annotations.Nullable String refresh) {
        return new OAuthToken("1", "client", "secret", access, refresh, null);
    }
}
