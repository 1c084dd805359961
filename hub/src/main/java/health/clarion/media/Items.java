package health.clarion.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The collection of pictures. */
@Component
class Items {

    private static final String SELECT = """
            select i.id, i.name, p.mime, p.width, p.height, i.sha256, i.alt, i.focal_x, i.focal_y, i.stilled,
                i.uploaded_by, i.uploaded_at
            from media.item i join media.picture p on p.sha256 = i.sha256
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Items(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a picture; false when one that looks the same is there already. */
    boolean add(UUID id, String name, String sha256, String pixels, boolean stilled, UUID by) {
        return jdbc.sql("""
                insert into media.item (id, name, sha256, pixels, stilled, uploaded_by, uploaded_at)
                values (:id, :name, :sha256, :pixels, :stilled, :by, :now)
                on conflict (pixels) do nothing
                """)
                        .param("id", id)
                        .param("name", name)
                        .param("sha256", sha256)
                        .param("pixels", pixels)
                        .param("stilled", stilled)
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    Optional<MediaItem> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query(Items::item)
                .optional();
    }

    Optional<MediaItem> looking(String pixels) {
        return jdbc.sql(SELECT + "where i.pixels = :pixels")
                .param("pixels", pixels)
                .query(Items::item)
                .optional();
    }

    List<MediaItem> among(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where i.id in (:ids)")
                        .param("ids", Set.copyOf(ids))
                        .query(Items::item)
                        .list();
    }

    List<MediaItem> newest(@Nullable Instant before, int limit) {
        return jdbc.sql(SELECT + """
                where cast(:before as timestamptz) is null or i.uploaded_at < :before
                order by i.uploaded_at desc, i.id desc limit :limit
                """)
                .param("before", before == null ? null : Timestamp.from(before), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(Items::item)
                .list();
    }

    boolean describe(UUID id, String alt, Focal focal) {
        return jdbc.sql("update media.item set alt = :alt, focal_x = :x, focal_y = :y where id = :id")
                        .param("alt", alt)
                        .param("x", focal.x())
                        .param("y", focal.y())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static MediaItem item(ResultSet row, int number) throws SQLException {
        return new MediaItem(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("mime"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("sha256"),
                row.getString("alt"),
                new Focal(row.getDouble("focal_x"), row.getDouble("focal_y")),
                row.getBoolean("stilled"),
                row.getObject("uploaded_by", UUID.class),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
