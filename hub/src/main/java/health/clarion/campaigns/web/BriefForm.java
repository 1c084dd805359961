package health.clarion.campaigns.web;

import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Brief;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** A brief as typed, right or wrong, so that nothing typed is lost. {@link BriefReader} turns it into a brief. */
public record BriefForm(
        String title,
        String change,
        String cause,
        String goal,
        String story,
        String ask,
        List<LinkRow> actions,
        List<AudienceRow> audiences,
        List<String> hashtags,
        String starts,
        String ends,
        String day,
        List<LinkRow> partners,
        String owner,
        List<String> networks) {

    /** Words and an address: an action, or a partner and its site. */
    public record LinkRow(String words, String link) {
        boolean blank() {
            return words.isEmpty() && link.isEmpty();
        }
    }

    /** An audience as typed; languages are separated by commas. */
    public record AudienceRow(String name, String who, List<String> ages, String languages, String readingAge) {
        static AudienceRow none() {
            return new AudienceRow("", "", List.of(), "", String.valueOf(Audience.USUAL_READER));
        }

        boolean blank() {
            return name.isEmpty() && who.isEmpty() && ages.isEmpty() && languages.isEmpty();
        }
    }

    static BriefForm empty(UUID owner) {
        return new BriefForm(
                "",
                "",
                "",
                "awareness",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                List.of(),
                owner.toString(),
                List.of());
    }

    /** The same form for an awareness day. */
    BriefForm ridingOn(AwarenessDays.Occurrence occurrence) {
        return new BriefForm(
                title,
                change,
                cause,
                goal,
                story,
                ask,
                actions,
                audiences,
                hashtags,
                occurrence.first().toString(),
                occurrence.last().toString(),
                occurrence.day().id(),
                partners,
                owner,
                networks);
    }

    static BriefForm of(Brief brief) {
        return new BriefForm(
                brief.title(),
                brief.change(),
                brief.cause(),
                brief.goal().id(),
                brief.story(),
                brief.ask(),
                brief.actions().stream()
                        .map(action -> new LinkRow(action.words(), action.link().toString()))
                        .toList(),
                brief.audiences().stream().map(BriefForm::row).toList(),
                brief.hashtags().stream().map(Hashtag::name).toList(),
                brief.starts().toString(),
                brief.ends().toString(),
                brief.day() == null ? "" : brief.day(),
                brief.partners().stream()
                        .map(partner -> new LinkRow(
                                partner.name(),
                                partner.site() == null ? "" : partner.site().toString()))
                        .toList(),
                brief.owner().toString(),
                brief.networksInOrder().stream().map(Network::id).toList());
    }

    static BriefForm of(MultiValueMap<String, String> typed) {
        return new BriefForm(
                line(typed, "title"),
                line(typed, "change"),
                line(typed, "cause"),
                line(typed, "goal"),
                PlainText.lines(typed.getFirst("story")),
                PlainText.lines(typed.getFirst("ask")),
                links(typed, "action"),
                audiences(typed),
                hashtags(PlainText.lines(typed.getFirst("hashtags"))),
                line(typed, "starts"),
                line(typed, "ends"),
                line(typed, "day"),
                links(typed, "partner"),
                line(typed, "owner"),
                List.copyOf(typed.getOrDefault("networks", List.of())));
    }

    /** Commas and line ends separate hashtags, and so do spaces where each word has its own sign. */
    static List<String> hashtags(String typed) {
        return Arrays.stream(typed.split("[,\n]"))
                .flatMap(item -> item.chars().filter(c -> c == '#').count() > 1
                        ? Arrays.stream(item.strip().split("\\s+"))
                        : Arrays.stream(new String[] {item.strip()}))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** The same form with a blank row after those that are filled, in each list that may be longer. */
    BriefForm withRoom() {
        return new BriefForm(
                title,
                change,
                cause,
                goal,
                story,
                ask,
                room(actions),
                roomForAudience(),
                hashtags,
                starts,
                ends,
                day,
                room(partners),
                owner,
                networks);
    }

    /** The hashtags as one line of a form. */
    public String hashtagText() {
        return String.join(
                ", ",
                hashtags.stream()
                        .map(tag -> tag.startsWith("#") || tag.contains(" ") ? tag : "#" + tag)
                        .toList());
    }

    /** Every field as text, by name, for telling two forms apart. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", title);
        texts.put("change", change);
        texts.put("cause", cause);
        texts.put("goal", goal);
        texts.put("starts", starts);
        texts.put("ends", ends);
        texts.put("day", day);
        texts.put("story", story);
        texts.put("ask", ask);
        texts.put("actions", links(actions));
        texts.put(
                "audiences",
                String.join(
                        "\n",
                        audiences.stream()
                                .filter(row -> !row.blank())
                                .map(AudienceRow::name)
                                .toList()));
        texts.put("hashtags", hashtagText());
        texts.put("partners", links(partners));
        texts.put("networks", String.join(", ", networks));
        return texts;
    }

    private static String links(List<LinkRow> rows) {
        return String.join(
                "\n",
                rows.stream()
                        .filter(row -> !row.blank())
                        .map(row -> (row.words() + " " + row.link()).strip())
                        .toList());
    }

    private static List<LinkRow> room(List<LinkRow> rows) {
        List<LinkRow> filled =
                new ArrayList<>(rows.stream().filter(row -> !row.blank()).toList());
        if (filled.size() < Brief.MOST_ROWS) {
            filled.add(new LinkRow("", ""));
        }
        return filled;
    }

    private List<AudienceRow> roomForAudience() {
        List<AudienceRow> filled =
                new ArrayList<>(audiences.stream().filter(row -> !row.blank()).toList());
        if (filled.size() < Brief.MOST_ROWS) {
            filled.add(AudienceRow.none());
        }
        return filled;
    }

    private static List<LinkRow> links(MultiValueMap<String, String> typed, String name) {
        List<String> words = typed.getOrDefault(name + "-words", List.of());
        List<String> links = typed.getOrDefault(name + "-link", List.of());
        List<LinkRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(words.size(), Brief.MOST_ROWS + 1); i++) {
            rows.add(new LinkRow(PlainText.line(words.get(i)), i < links.size() ? PlainText.line(links.get(i)) : ""));
        }
        return List.copyOf(rows);
    }

    private static List<AudienceRow> audiences(MultiValueMap<String, String> typed) {
        List<AudienceRow> rows = new ArrayList<>();
        for (int i = 0; i <= Brief.MOST_ROWS && typed.containsKey("audience-" + i + "-name"); i++) {
            String row = "audience-" + i + "-";
            rows.add(new AudienceRow(
                    line(typed, row + "name"),
                    line(typed, row + "who"),
                    List.copyOf(typed.getOrDefault(row + "ages", List.of())),
                    line(typed, row + "languages"),
                    line(typed, row + "readingAge")));
        }
        return List.copyOf(rows);
    }

    private static AudienceRow row(Audience audience) {
        return new AudienceRow(
                audience.name(),
                audience.who(),
                audience.agesInOrder().stream().map(AgeBand::id).toList(),
                String.join(", ", audience.languages()),
                String.valueOf(audience.readingAge()));
    }

    private static String line(Map<String, List<String>> typed, String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : PlainText.line(values.getFirst());
    }
}
