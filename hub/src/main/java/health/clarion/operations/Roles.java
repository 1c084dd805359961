package health.clarion.operations;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Making a database role, or giving it a new password. */
final class Roles {

    private Roles() {}

    /**
     * Makes the role able to sign in with this password.
     *
     * @param attributes of a new role, such as {@code nocreaterole}; an existing one keeps its own, since only an
     *     administrator may touch them
     */
    static void set(JdbcClient jdbc, String role, String password, String attributes) {
        boolean exists = jdbc.sql("select exists (select from pg_roles where rolname = :role)")
                .param("role", role)
                .query(Boolean.class)
                .single();
        String verb = exists ? "alter" : "create";
        String literal = jdbc.sql("select quote_literal(:password)")
                .param("password", password)
                .query(String.class)
                .single();
        try {
            jdbc.sql(verb + " role " + role + " login " + (exists ? "" : attributes) + " password " + literal)
                    .update();
        } catch (DataAccessException withThePasswordInItsWords) {
            throw new OperationsException("The database's user may not " + verb + " the role " + role
                    + " that the hub works with. As the server's administrator run: alter role <that user> createrole");
        }
    }
}
