package health.clarion.rig;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Registers applications and lets people say yes to them: OAuth 2 with codes and PKCE. */
final class MastodonOAuth {

    private static final Set<String> SCOPES = Set.of(
            "read",
            "write",
            "profile",
            "read:accounts",
            "read:statuses",
            "read:notifications",
            "write:statuses",
            "write:media");

    private final MastodonStandIn server;
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    private record App(String id, String secret, List<String> redirects, Set<String> scopes) {}

    private record Grant(App app, String redirect, String challenge, String scope, MastodonStandIn.Account account) {}

    MastodonOAuth(MastodonStandIn server) {
        this.server = server;
    }

    Answer register(Request request) throws Refusal {
        Map<String, String> form = request.form("client_name", "redirect_uris", "scopes", "website");
        require(!form.getOrDefault("client_name", "").isBlank(), "client_name can't be blank");
        List<String> redirects = form.getOrDefault("redirect_uris", "").lines().toList();
        require(!redirects.isEmpty(), "redirect_uris can't be blank");
        Set<String> scopes = Set.of(form.getOrDefault("scopes", "read").split(" "));
        require(SCOPES.containsAll(scopes), "Scopes doesn't match configured on the server.");
        App app = new App(random(), random(), redirects, scopes);
        apps.put(app.id, app);
        ObjectNode json = StandIn.JSON
                .createObjectNode()
                .put("id", server.nextId())
                .put("name", form.get("client_name"))
                .put("client_id", app.id)
                .put("client_secret", app.secret);
        return Answer.json(json);
    }

    Answer answer(Request request) throws Refusal {
        return switch (request.method() + " " + request.path()) {
            case "GET /oauth/authorize" -> ask(request);
            case "POST /oauth/authorize" -> allow(request);
            case "POST /oauth/token" -> token(request);
            default -> throw new Refusal(404, "", "Record not found");
        };
    }

    private static final String[] ASKED = {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "code_challenge",
        "code_challenge_method",
        "force_login",
        "lang"
    };

    private Answer ask(Request request) throws Refusal {
        Map<String, String> query = request.query(ASKED);
        checked(query);
        StringBuilder page = new StringBuilder(
                "<!doctype html><html lang=\"en\"><head><title>Authorise</title></head><body><main><h1>May this application post for you?</h1><form method=\"post\" action=\"/oauth/authorize\">");
        query.forEach((name, value) -> page.append("<input type=\"hidden\" name=\"")
                .append(escaped(name))
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">"));
        page.append("<label>Account <select name=\"account\">");
        server.accounts().forEach(account -> page.append("<option value=\"")
                .append(account.id())
                .append("\">")
                .append(escaped(account.username()))
                .append("</option>"));
        return Answer.html(page.append("</select></label> <button>Authorise</button></form></main></body></html>")
                .toString());
    }

    private Answer allow(Request request) throws Refusal {
        String[] fields = java.util.Arrays.copyOf(ASKED, ASKED.length + 1);
        fields[ASKED.length] = "account";
        Map<String, String> form = request.form(fields);
        App app = checked(form);
        String code = random();
        grants.put(
                code,
                new Grant(
                        app,
                        form.getOrDefault("redirect_uri", ""),
                        form.getOrDefault("code_challenge", ""),
                        form.getOrDefault("scope", "read"),
                        server.account(form.getOrDefault("account", ""))));
        String redirect = form.getOrDefault("redirect_uri", "");
        String state = form.getOrDefault("state", "");
        return Answer.redirect(redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code
                + (state.isEmpty() ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8)));
    }

    private App checked(Map<String, String> fields) throws Refusal {
        App app = apps.get(fields.getOrDefault("client_id", ""));
        if (app == null) {
            throw new Refusal(401, "invalid_client", "Client authentication failed due to unknown client");
        }
        require(fields.getOrDefault("response_type", "").equals("code"), "unsupported response_type");
        require(app.redirects.contains(fields.getOrDefault("redirect_uri", "")), "The redirect uri is not valid");
        require(
                app.scopes.containsAll(
                        Set.of(fields.getOrDefault("scope", "read").split(" "))),
                "The requested scope is invalid");
        require(
                fields.getOrDefault("code_challenge_method", "S256").equals("S256"),
                "The code_challenge_method must be S256");
        return app;
    }

    private Answer token(Request request) throws Refusal {
        Map<String, String> form = request.form(
                "grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier", "scope");
        App app = apps.get(form.getOrDefault("client_id", ""));
        if (app == null || !app.secret.equals(form.get("client_secret"))) {
            throw new Refusal(401, "invalid_client", "Client authentication failed");
        }
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        boolean good = grant != null
                && form.getOrDefault("grant_type", "").equals("authorization_code")
                && grant.app.equals(app)
                && grant.redirect.equals(form.get("redirect_uri"))
                && (grant.challenge.isEmpty()
                        || grant.challenge.equals(challenge(form.getOrDefault("code_verifier", ""))));
        if (grant == null || !good) {
            throw new Refusal(400, "invalid_grant", "The provided authorization grant is invalid, expired or revoked");
        }
        String token = random();
        server.grant(token, grant.account);
        return Answer.json(StandIn.JSON
                .createObjectNode()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("scope", grant.scope)
                .put("created_at", Instant.now().getEpochSecond()));
    }

    private static void require(boolean good, String otherwise) throws Refusal {
        if (!good) {
            throw new Refusal(422, "", "Validation failed: " + otherwise);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
