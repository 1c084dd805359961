package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.networks.Network;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ledger's rows into records. */
@Component
class LedgerRows {

    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final JsonMapper json;

    LedgerRows(JsonMapper json) {
        this.json = json;
    }

    Delivery delivery(ResultSet row) throws SQLException {
        String held = row.getString("held_why");
        String readBack = row.getString("read_back");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("campaign", UUID.class),
                row.getObject("submission", UUID.class),
                row.getString("content_hash"),
                row.getObject("account", UUID.class),
                Network.of(row.getString("network")),
                row.getObject("wall", LocalDateTime.class),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("late_after").toInstant(),
                Delivery.State.valueOf(row.getString("state")),
                held == null ? null : Delivery.Held.valueOf(held),
                reason(row),
                row.getObject("corrects", UUID.class),
                readBack == null ? null : Delivery.ReadBackFound.valueOf(readBack),
                row.getBoolean("read_back_seen"),
                row.getBoolean("retract_asked"),
                instant(row, "finished_at"));
    }

    DeliveryPart part(ResultSet row) throws SQLException {
        String receipt = row.getString("receipt");
        return new DeliveryPart(
                row.getInt("number"),
                row.getString("send_key"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "key_since"),
                DeliveryPart.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                receipt == null ? null : json.readValue(receipt, Receipt.class));
    }

    AttemptMade attempt(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new AttemptMade(
                row.getInt("part"),
                AttemptMade.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                outcome == null ? null : AttemptMade.Result.valueOf(outcome),
                reason(row));
    }

    String json(Object value) {
        return json.writeValueAsString(value);
    }

    Map<String, String> strings(String object) {
        return json.readValue(object, STRINGS);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private @Nullable Reason reason(ResultSet row) throws SQLException {
        String key = row.getString("reason_key");
        String arguments = row.getString("reason_arguments");
        return key == null ? null : new Reason(key, arguments == null ? List.of() : json.readValue(arguments, WORDS));
    }
}
