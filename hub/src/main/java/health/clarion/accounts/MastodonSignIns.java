package health.clarion.accounts;

import health.clarion.accounts.Connecting.Result;
import health.clarion.accounts.Sealing.Sealed;
import health.clarion.channels.Login;
import health.clarion.channels.Reason;
import health.clarion.channels.mastodon.MastodonLogin;
import health.clarion.channels.mastodon.MastodonLogin.App;
import health.clarion.channels.mastodon.MastodonLogin.Authorization;
import health.clarion.channels.mastodon.MastodonLogin.Registration;
import health.clarion.people.Organisations;
import health.clarion.ui.InBatches;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins under way on Mastodon servers, and our application on each of them. */
@Component
class MastodonSignIns {

    /** How long somebody may take on the server's page. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Servers clear applications that nobody signed in with after a day; a registration is cheap. */
    private static final Duration APP_TRUSTED = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final MastodonLogin login;
    private final Sealing sealing;
    private final Organisations organisations;
    private final Clock clock;

    MastodonSignIns(JdbcClient jdbc, MastodonLogin login, Sealing sealing, Organisations organisations, Clock clock) {
        this.jdbc = jdbc;
        this.login = login;
        this.sealing = sealing;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What came back from the server's page. */
    sealed interface Answer {

        record Exchanged(Login login) implements Answer {}

        record Stopped(Reason reason) implements Answer {}
    }

    Result begin(URI server, UUID member) {
        URI redirect = URI.create(organisations.current().link("/accounts/callback"));
        Optional<App> known = app(server, redirect);
        if (known.isPresent()) {
            return lead(known.get(), member);
        }
        return switch (login.register(server, redirect, organisations.current().address())) {
            case Registration.Failed failed -> Result.of(failed.why());
            case Registration.Registered registered -> {
                keep(registered.app());
                yield lead(registered.app(), member);
            }
        };
    }

    private Result lead(App app, UUID member) {
        Authorization authorization = login.authorize(app);
        Sealed verifier = sealing.seal(authorization.verifier().getBytes(StandardCharsets.UTF_8), "sign-in:" + member);
        jdbc.sql("""
                insert into accounts.sign_in (state, member, server, redirect, client_id, verifier, sealing_key, ends_at)
                values (:state, :member, :server, :redirect, :client, :verifier, :key, :ends)
                """)
                .param("state", hash(authorization.state()))
                .param("member", member)
                .param("server", app.server().toString())
                .param("redirect", app.redirect().toString())
                .param("client", app.clientId())
                .param("verifier", verifier.bytes())
                .param("key", verifier.keyId())
                .param("ends", Timestamp.from(clock.instant().plus(PATIENCE)))
                .update();
        return new Result.YesNeeded(app.server(), authorization.address());
    }

    Answer finish(String state, String code, UUID member) {
        Optional<Begun> begun = take(state, member);
        if (begun.isEmpty()) {
            return stopped("accounts.sign-in-over");
        }
        if (code.isBlank()) {
            return stopped("accounts.said-no");
        }
        Optional<App> app = appAsBegun(begun.get());
        return app.isEmpty()
                ? stopped("accounts.sign-in-over")
                : new Answer.Exchanged(
                        login.exchange(app.get(), code, begun.get().verifier()));
    }

    private record Begun(String server, String redirect, String clientId, String verifier) {}

    // Deleting and reading in one statement: a state that comes back twice counts once.
    private Optional<Begun> take(String state, UUID member) {
        return jdbc.sql("""
                delete from accounts.sign_in where state = :state and member = :member and ends_at > :now
                returning server, redirect, client_id, verifier, sealing_key
                """)
                .param("state", hash(state))
                .param("member", member)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Begun(
                        row.getString("server"),
                        row.getString("redirect"),
                        row.getString("client_id"),
                        opened(row, "verifier", "sign-in:" + member)))
                .optional();
    }

    private Optional<App> app(URI server, URI redirect) {
        return jdbc.sql("""
                select client_id, secret, sealing_key from accounts.app
                where server = :server and redirect = :redirect and made_at > :since
                """)
                .param("server", server.toString())
                .param("redirect", redirect.toString())
                .param("since", Timestamp.from(clock.instant().minus(APP_TRUSTED)))
                .query((row, number) -> readable(row, server, redirect))
                .optional()
                .flatMap(app -> app);
    }

    private Optional<App> appAsBegun(Begun begun) {
        return jdbc.sql("""
                select client_id, secret, sealing_key from accounts.app
                where server = :server and redirect = :redirect and client_id = :client
                """)
                .param("server", begun.server())
                .param("redirect", begun.redirect())
                .param("client", begun.clientId())
                .query((row, number) -> readable(row, URI.create(begun.server()), URI.create(begun.redirect())))
                .optional()
                .flatMap(app -> app);
    }

    private Optional<App> readable(ResultSet row, URI server, URI redirect) throws SQLException {
        return sealing.opens(row.getString("sealing_key"))
                ? Optional.of(
                        new App(server, redirect, row.getString("client_id"), opened(row, "secret", "app:" + server)))
                : Optional.empty();
    }

    private void keep(App app) {
        Sealed secret = sealing.seal(app.clientSecret().getBytes(StandardCharsets.UTF_8), "app:" + app.server());
        jdbc.sql("""
                insert into accounts.app (server, redirect, client_id, secret, sealing_key, made_at)
                values (:server, :redirect, :client, :secret, :key, :now)
                on conflict (server, redirect) do update set client_id = excluded.client_id,
                    secret = excluded.secret, sealing_key = excluded.sealing_key, made_at = excluded.made_at
                """)
                .param("server", app.server().toString())
                .param("redirect", app.redirect().toString())
                .param("client", app.clientId())
                .param("secret", secret.bytes())
                .param("key", secret.keyId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Forgets sign-ins that nobody finished. */
    int sweep() {
        Timestamp now = Timestamp.from(clock.instant());
        return InBatches.remove(() ->
                jdbc.sql("""
                delete from accounts.sign_in
                where ctid = any (array(select ctid from accounts.sign_in where ends_at < :now limit :rows))
                """).param("now", now).param("rows", InBatches.ROWS).update());
    }

    private String opened(ResultSet row, String column, String place) throws SQLException {
        Sealed kept = new Sealed(row.getString("sealing_key"), row.getBytes(column));
        return new String(sealing.open(kept, place), StandardCharsets.UTF_8);
    }

    private static Answer stopped(String key) {
        return new Answer.Stopped(new Reason(key, List.of()));
    }

    private static byte[] hash(String state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
