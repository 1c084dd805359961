package health.clarion.review;

import health.clarion.people.People;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signed or asked, by name. */
@Component
public class Signers {

    private static final String MEMBER = "member:";
    private static final String GUEST = "guest:";

    private final People people;
    private final JdbcClient jdbc;

    Signers(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    /**
     * Names by actor: members by their name, guests as they were invited. Who is not known is left out.
     *
     * @param actors {@code member:<uuid>} or {@code guest:<uuid>}; others are left out
     */
    public Map<String, String> names(Collection<String> actors) {
        Map<String, String> names = new HashMap<>();
        people.named(ids(actors, MEMBER)).forEach((id, name) -> names.put(MEMBER + id, name));
        List<UUID> guests = ids(actors, GUEST);
        if (!guests.isEmpty()) {
            jdbc.sql("select id, name from review.guest where id in (:ids)")
                    .param("ids", guests)
                    .query((row, n) -> names.put(GUEST + row.getObject("id", UUID.class), row.getString("name")))
                    .list();
        }
        return names;
    }

    private static List<UUID> ids(Collection<String> actors, String kind) {
        return actors.stream()
                .filter(actor -> actor.startsWith(kind))
                .map(actor -> UUID.fromString(actor.substring(kind.length())))
                .toList();
    }
}
