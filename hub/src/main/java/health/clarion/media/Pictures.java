package health.clarion.media;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bytes under their own hash: masters and fitted versions. */
@Component
class Pictures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Pictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a file and gives its name; a file that is there already is left as it is. */
    Rendition keep(Encoding file) {
        String sha256 = Sha256.of(file.bytes());
        jdbc.sql("""
                insert into media.picture (sha256, mime, width, height, bytes, made_at)
                values (:sha256, :mime, :width, :height, :bytes, :now)
                on conflict (sha256) do nothing
                """)
                .param("sha256", sha256)
                .param("mime", file.mime())
                .param("width", file.width())
                .param("height", file.height())
                .param("bytes", file.bytes())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return new Rendition(sha256, file.mime(), file.width(), file.height());
    }

    Optional<Rendition> find(String sha256) {
        return jdbc.sql("select sha256, mime, width, height from media.picture where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Pictures::rendition)
                .optional();
    }

    /** @throws IOException when there are none, or they are no longer what their name says */
    byte[] bytes(String sha256) throws IOException {
        byte[] bytes = jdbc.sql("select bytes from media.picture where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new IOException("There is no picture " + sha256));
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new IOException("The stored picture " + sha256 + " has been changed");
        }
        return bytes;
    }

    Optional<Rendition> made(String master, String recipe) {
        return jdbc.sql("""
                select p.sha256, p.mime, p.width, p.height
                from media.rendition r join media.picture p on p.sha256 = r.result
                where r.master = :master and r.recipe = :recipe
                """)
                .param("master", master)
                .param("recipe", recipe)
                .query(Pictures::rendition)
                .optional();
    }

    /** Notes what a recipe gave; when another process was faster, its result stands. */
    void noteMade(String master, String recipe, String result) {
        jdbc.sql("""
                insert into media.rendition (master, recipe, result) values (:master, :recipe, :result)
                on conflict (master, recipe) do nothing
                """)
                .param("master", master)
                .param("recipe", recipe)
                .param("result", result)
                .update();
    }

    void open(Collection<String> sha256s, String reason) {
        for (String sha256 : Set.copyOf(sha256s)) {
            jdbc.sql("""
                    insert into media.opened (sha256, reason, opened_at) values (:sha256, :reason, :now)
                    on conflict (sha256, reason) do nothing
                    """)
                    .param("sha256", sha256)
                    .param("reason", reason)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    void close(String reason) {
        jdbc.sql("delete from media.opened where reason = :reason")
                .param("reason", reason)
                .update();
    }

    boolean isOpen(String sha256) {
        return jdbc.sql("select exists (select from media.opened where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static Rendition rendition(ResultSet row, int number) throws SQLException {
        return new Rendition(row.getString("sha256"), row.getString("mime"), row.getInt("width"), row.getInt("height"));
    }
}
