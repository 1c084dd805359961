package health.clarion.operations;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database and the two roles Clarion has in it: the owner, who makes tables, and the application, who works in them
 * and can't change the audit.
 *
 * @param url the JDBC address, without credentials
 * @param ownerRole who migrates
 * @param ownerPassword the owner's password; empty when the server asks for none
 * @param applicationPassword the password of {@link #APPLICATION}
 */
public record Database(String url, String ownerRole, String ownerPassword, String applicationPassword) {

    /** The role that owns schemas and tables in the embedded database. */
    public static final String OWNER = "clarion_owner";

    /** The role the hub works with. */
    public static final String APPLICATION = "clarion_app";

    /**
     * A database on a server, from an address such as {@code postgresql://user:password@host:5432/database}. The
     * application's password is derived from the owner's, so that every hub on this database knows it and no file has to.
     *
     * @throws OperationsException when the address can't be read
     */
    public static Database onServer(String address) {
        String plain = address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address;
        URI uri = parse(plain);
        String scheme = uri.getScheme();
        if (scheme == null
                || !scheme.matches("postgres(ql)?")
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw unreadable();
        }
        String[] credentials = credentials(uri);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawUserInfo() != null && uri.getRawQuery() != null ? "?" + uri.getRawQuery() : "";
        String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        return new Database(url, credentials[0], credentials[1], derived(credentials[1], uri.getRawPath()));
    }

    /** Connections as the owner. */
    public DataSource owner() {
        return dataSource(ownerRole, ownerPassword);
    }

    /** Connections as the application. */
    public DataSource application() {
        return dataSource(APPLICATION, applicationPassword);
    }

    /** True when the application can sign in. */
    boolean acceptsApplication() {
        return accepts(url, APPLICATION, applicationPassword);
    }

    /** True when this role can sign in with this password; false also when the server is away. */
    static boolean accepts(String url, String role, String password) {
        try (var connection = DriverManager.getConnection(url, role, password)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    private DataSource dataSource(String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(password);
        source.setConnectTimeout(10);
        return source;
    }

    private static URI parse(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    // Either user:password@host or ?user=…&password=…, as the PostgreSQL driver writes it.
    private static String[] credentials(URI uri) {
        Properties found = new Properties();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] halves = pair.split("=", 2);
                found.setProperty(halves[0], halves.length > 1 ? decode(halves[1]) : "");
            }
        }
        if (uri.getRawUserInfo() != null) {
            String[] halves = uri.getRawUserInfo().split(":", 2);
            found.setProperty("user", decode(halves[0]));
            found.setProperty("password", halves.length > 1 ? decode(halves[1]) : "");
        }
        if (!found.containsKey("user")) {
            throw unreadable();
        }
        return new String[] {found.getProperty("user"), found.getProperty("password", "")};
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String derived(String ownerPassword, String database) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("clarion:" + ownerPassword).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] tag = mac.doFinal((APPLICATION + database).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OperationsException unreadable() {
        return new OperationsException(
                "The address after --database can't be read. Write it like postgresql://user:password@host:5432/database");
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "Database[" + url + ", owner " + ownerRole + "]";
    }
}
