package health.clarion.campaigns;

import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A campaign as a row: scalars in columns, the lists of the brief as JSON. */
final class CampaignRow {

    private record AudienceRow(String name, String who, List<String> ages, List<String> languages, int readingAge) {}

    private record LinkRow(String words, String link) {}

    private final JsonMapper json;

    CampaignRow(JsonMapper json) {
        this.json = json;
    }

    /** Named parameters for the columns of a brief. */
    Map<String, Object> columns(Brief brief) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("title", brief.title());
        columns.put("change", brief.change());
        columns.put("cause", brief.cause());
        columns.put("goal", brief.goal().id());
        columns.put("story", brief.story());
        columns.put("ask", brief.ask());
        columns.put("starts", Date.valueOf(brief.starts()));
        columns.put("ends", Date.valueOf(brief.ends()));
        columns.put("day", brief.day() == null ? "" : brief.day());
        columns.put("owner", brief.owner());
        columns.put("actions", actions(brief.actions()));
        columns.put("audiences", audiences(brief.audiences()));
        columns.put("partners", partners(brief.partners()));
        columns.put("hashtags", brief.hashtags().stream().map(Hashtag::name).toArray(String[]::new));
        columns.put(
                "networks", brief.networksInOrder().stream().map(Network::id).toArray(String[]::new));
        return columns;
    }

    Campaign read(ResultSet row, int number) throws SQLException {
        String day = row.getString("day");
        Brief brief = new Brief(
                row.getString("title"),
                row.getString("change"),
                row.getString("cause"),
                Goal.of(row.getString("goal")),
                row.getString("story"),
                row.getString("ask"),
                actions(row.getString("actions")),
                audiences(row.getString("audiences")),
                texts(row, "hashtags").stream().map(Hashtag::new).toList(),
                row.getDate("starts").toLocalDate(),
                row.getDate("ends").toLocalDate(),
                day.isEmpty() ? null : day,
                partners(row.getString("partners")),
                row.getObject("owner", UUID.class),
                Set.copyOf(texts(row, "networks").stream().map(Network::of).toList()));
        return new Campaign(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                brief,
                Campaign.State.of(row.getString("state")),
                row.getBoolean("paused"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private String actions(List<Action> actions) {
        return json.writeValueAsString(actions.stream()
                .map(action -> new LinkRow(action.words(), action.link().toString()))
                .toList());
    }

    private List<Action> actions(String stored) {
        return Arrays.stream(json.readValue(stored, LinkRow[].class))
                .map(row -> new Action(row.words(), WebLink.parse(row.link()).orElseThrow()))
                .toList();
    }

    private String partners(List<Partner> partners) {
        return json.writeValueAsString(partners.stream()
                .map(partner -> new LinkRow(
                        partner.name(),
                        partner.site() == null ? "" : partner.site().toString()))
                .toList());
    }

    private List<Partner> partners(String stored) {
        return Arrays.stream(json.readValue(stored, LinkRow[].class))
                .map(row -> new Partner(row.words(), WebLink.parse(row.link()).orElse(null)))
                .toList();
    }

    private String audiences(List<Audience> audiences) {
        return json.writeValueAsString(audiences.stream()
                .map(a -> new AudienceRow(
                        a.name(),
                        a.who(),
                        a.agesInOrder().stream().map(AgeBand::id).toList(),
                        a.languages(),
                        a.readingAge()))
                .toList());
    }

    private List<Audience> audiences(String stored) {
        return Arrays.stream(json.readValue(stored, AudienceRow[].class))
                .map(row -> new Audience(
                        row.name(),
                        row.who(),
                        new HashSet<>(row.ages().stream().map(AgeBand::of).toList()),
                        row.languages(),
                        row.readingAge()))
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
