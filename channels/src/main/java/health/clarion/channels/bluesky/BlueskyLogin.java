package health.clarion.channels.bluesky;

import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.Session;
import health.clarion.channels.CredentialsStore;
import health.clarion.channels.Login;
import health.clarion.channels.Outcome;
import health.clarion.channels.Reason;
import health.clarion.channels.bluesky.Sessions.Reply;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import java.net.URI;
import java.time.Clock;

/** Connects a Bluesky account with its handle (or mail address) and an app password. */
public final class BlueskyLogin {

    private final Gateway gateway;
    private final Sessions sessions;

    public BlueskyLogin(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.sessions = new Sessions(gateway, clock);
    }

    /**
     * Signs in and looks up the account.
     *
     * @param identifier handle with or without {@code @}, mail address or DID
     */
    public Login connect(URI server, String identifier, String appPassword) {
        String name = identifier.strip();
        if (name.isEmpty() || appPassword.isBlank()) {
            return new Login.Failed(
                    new Outcome.Refused(Outcome.Refused.SIGN_IN, Reason.of("sign-in", Network.BLUESKY.displayName())));
        }
        AppPassword password =
                new AppPassword(name.startsWith("@") ? name.substring(1) : name, appPassword.strip(), null);
        return switch (sessions.signIn(server, password)) {
            case Reply.NotMade notMade -> new Login.Failed(notMade.why());
            case Reply.Made made -> connected(server, password.with(made.session()), made.session());
        };
    }

    private Login connected(URI server, AppPassword password, Session session) {
        Connection connection = new Connection(
                Network.BLUESKY, server, session.handle(), password, CredentialsStore.inMemory(password));
        return new Login.Connected(connection, session.did(), displayName(server, session));
    }

    private String displayName(URI server, Session session) {
        Exchange profile = gateway.send(Xrpc.query(
                server,
                "com.atproto.repo.getRecord",
                "repo",
                session.did(),
                "collection",
                "app.bsky.actor.profile",
                "rkey",
                "self"));
        String name = profile instanceof Answered answered && answered.ok()
                ? Answers.json(answered)
                        .path("value")
                        .path("displayName")
                        .asString("")
                        .strip()
                : "";
        return name.isEmpty() ? session.handle() : name;
    }
}
