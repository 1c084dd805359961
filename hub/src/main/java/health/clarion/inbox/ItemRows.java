package health.clarion.inbox;

import health.clarion.channels.Incoming;
import health.clarion.channels.Receipt;
import health.clarion.networks.Network;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the inbox's rows into records. */
@Component
class ItemRows {

    private final JsonMapper json;

    ItemRows(JsonMapper json) {
        this.json = json;
    }

    Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Network.of(row.getString("network")),
                Incoming.Kind.valueOf(row.getString("kind")),
                row.getString("author_handle"),
                row.getString("author_name"),
                row.getString("body"),
                row.getString("uri"),
                row.getTimestamp("written_at").toInstant(),
                row.getTimestamp("fetched_at").toInstant(),
                row.getInt("crisis"),
                row.getBoolean("personal"),
                Item.State.valueOf(row.getString("state")),
                row.getObject("by_member", UUID.class),
                instant(row, "since"),
                row.getString("answer_url"),
                row.getString("itself") != null);
    }

    @Nullable
    Receipt receipt(ResultSet row, String column) throws SQLException {
        String written = row.getString(column);
        return written == null ? null : json.readValue(written, Receipt.class);
    }

    @Nullable
    String json(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
