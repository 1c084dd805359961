package health.clarion.accounts;

import health.clarion.channels.Credentials;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.OAuthToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Credentials as bytes, before they are sealed. */
final class Keepsake {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Keepsake() {}

    static byte[] write(Credentials credentials) {
        var kept = JSON.createObjectNode();
        kept.put("kind", kind(credentials));
        kept.set("value", JSON.valueToTree(credentials));
        return JSON.writeValueAsBytes(kept);
    }

    static Credentials read(byte[] bytes) {
        JsonNode kept = JSON.readTree(bytes);
        JsonNode value = kept.path("value");
        return switch (kept.path("kind").asString("")) {
            case "app-password" -> JSON.treeToValue(value, AppPassword.class);
            case "oauth-token" -> JSON.treeToValue(value, OAuthToken.class);
            default -> throw new IllegalStateException("credentials of a kind we don't know");
        };
    }

    private static String kind(Credentials credentials) {
        return switch (credentials) {
            case AppPassword password -> "app-password";
            case OAuthToken token -> "oauth-token";
        };
    }

    /** What to keep after a renewal: a server that gives no new refresh token means the old one to go on. */
    static Credentials merged(Credentials old, Credentials renewed) {
        if (old instanceof OAuthToken before
                && renewed instanceof OAuthToken after
                && after.refreshToken() == null
                && before.refreshToken() != null) {
            return new OAuthToken(
                    after.account(),
                    after.clientId(),
                    after.clientSecret(),
                    after.accessToken(),
                    before.refreshToken(),
                    after.expires());
        }
        return renewed;
    }
}
