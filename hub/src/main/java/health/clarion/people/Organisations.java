package health.clarion.people;

import health.clarion.audit.Audit;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one organisation of this hub: its name, zone, language and address. */
@Component
public class Organisations {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final String givenAddress;
    private volatile String localAddress;
    private volatile @Nullable Organisation kept;
    private volatile long keptUntil;

    // Other hub processes may change it; a minute-old name is no harm.
    private static final long KEEP_MILLIS = 15_000;

    Organisations(
            JdbcClient jdbc,
            Audit audit,
            Clock clock,
            @Value("${clarion.address:}") String givenAddress,
            @Value("${clarion.base-url:http://localhost:${server.port:8080}}") String localAddress) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.givenAddress = givenAddress.replaceAll("/+$", "");
        this.localAddress = localAddress;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        localAddress = "http://localhost:" + event.getWebServer().getPort();
        kept = null;
    }

    /** The organisation as it is now; before set-up a nameless one. */
    public Organisation current() {
        Organisation known = kept;
        if (known != null && clock.millis() < keptUntil) {
            return known;
        }
        Organisation read = read();
        kept = read;
        keptUntil = clock.millis() + KEEP_MILLIS;
        return read;
    }

    /** What a form of settings holds. */
    public record Settings(String name, ZoneId zone, Locale locale, String address, String dutyContact) {}

    /** Changes the settings; {@code actor} as the audit names them. An empty address means the local one. */
    @Transactional
    public void change(Settings settings, String actor) {
        jdbc.sql("""
                insert into people.organisation (name, zone, locale, public_address, duty_contact, changed_at)
                values (:name, :zone, :locale, :address, :duty, :now)
                on conflict (one) do update set name = excluded.name, zone = excluded.zone, locale = excluded.locale,
                    public_address = excluded.public_address, duty_contact = excluded.duty_contact,
                    changed_at = excluded.changed_at
                """)
                .param("name", settings.name())
                .param("zone", settings.zone().getId())
                .param("locale", settings.locale().getLanguage())
                .param("address", settings.address())
                .param("duty", settings.dutyContact())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("people.organisation-changed", actor, "organisation", Map.of());
        kept = null;
    }

    /** Longest duty contact, in characters. */
    public static final int LONGEST_DUTY = 300;

    /** Whether this can be the hub's public address: empty, or http(s) with a host and nothing after it. */
    public static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return text.isEmpty()
                    || web && plain && uri.getHost() != null && uri.getPath().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The public address as an administrator wrote it; empty when nobody did. */
    public String writtenAddress() {
        return jdbc.sql("select public_address from people.organisation")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Organisation read() {
        return jdbc.sql("select name, zone, locale, public_address, duty_contact from people.organisation")
                .query((row, n) -> new Organisation(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        Locale.forLanguageTag(row.getString("locale")),
                        address(row.getString("public_address")),
                        row.getString("duty_contact")))
                .optional()
                .orElseGet(
                        () -> new Organisation("Clarion", ZoneId.of("Europe/London"), Locale.ENGLISH, address(""), ""));
    }

    private URI address(String stored) {
        if (!givenAddress.isEmpty()) {
            return URI.create(givenAddress);
        }
        return URI.create(stored.isEmpty() ? localAddress : stored);
    }
}
