package health.clarion.campaigns.web;

import health.clarion.campaigns.Action;
import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Goal;
import health.clarion.campaigns.Partner;
import health.clarion.campaigns.WebLink;
import health.clarion.campaigns.web.BriefForm.AudienceRow;
import health.clarion.campaigns.web.BriefForm.LinkRow;
import health.clarion.campaigns.web.Wrong.Row;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one form, and notes everything that is wrong with it at once. */
final class BriefReader {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_WHO = 500;
    private static final int MOST_LANGUAGES = 10;

    /** What reading gives. */
    sealed interface Reading {
        record Good(Brief brief) implements Reading {}

        record Bad(List<Wrong> wrongs) implements Reading {}
    }

    private final BriefForm form;
    private final AwarenessDays days;
    private final Predicate<UUID> isMember;
    private final List<Wrong> wrongs = new ArrayList<>();

    private BriefReader(BriefForm form, AwarenessDays days, Predicate<UUID> isMember) {
        this.form = form;
        this.days = days;
        this.isMember = isMember;
    }

    static Reading read(BriefForm form, AwarenessDays days, Predicate<UUID> isMember) {
        return new BriefReader(form, days, isMember).read();
    }

    private Reading read() {
        texts();
        Optional<Goal> goal = known("goal", form.goal(), Goal::of);
        Optional<LocalDate> starts = date("starts", form.starts());
        Optional<LocalDate> ends = date("ends", form.ends());
        if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get())) {
            wrongs.add(Wrong.in("ends", "ends-before-start"));
        }
        List<Action> actions = links("actions", form.actions(), Row::action, this::action);
        List<Partner> partners =
                links("partners", form.partners(), Row::partner, (words, link, at) -> new Partner(words, link));
        List<Audience> audiences = audiences();
        List<Hashtag> hashtags = hashtags();
        Set<Network> networks = networks();
        String day = day();
        UUID owner = owner();
        if (!wrongs.isEmpty() || goal.isEmpty() || starts.isEmpty() || ends.isEmpty() || owner == null) {
            return new Reading.Bad(List.copyOf(wrongs));
        }
        return new Reading.Good(Brief.of(form.title(), form.change(), goal.get(), starts.get(), ends.get(), owner)
                .about(form.cause(), day)
                .telling(form.story(), form.ask(), actions)
                .speakingTo(audiences, networks)
                .with(partners)
                .tagged(hashtags));
    }

    private void texts() {
        needed("title", form.title(), Brief.LONGEST_TITLE);
        needed("change", form.change(), Brief.LONGEST_SENTENCE);
        notLonger("cause", form.cause(), Brief.LONGEST_SENTENCE);
        notLonger("story", form.story(), Brief.LONGEST_STORY);
        notLonger("ask", form.ask(), Brief.LONGEST_ASK);
    }

    private @Nullable Action action(String words, @Nullable WebLink link, int row) {
        if (link == null) {
            wrongs.add(Wrong.in("actions", "link-needed", words).at(Row.action(row, "link")));
            return null;
        }
        return new Action(words, link);
    }

    private void needed(String field, String text, int longest) {
        if (text.isEmpty()) {
            wrongs.add(Wrong.in(field, "needed"));
        }
        notLonger(field, text, longest);
    }

    private void notLonger(String field, String text, int longest) {
        tooLong(field, text, longest).ifPresent(wrongs::add);
    }

    private static Optional<Wrong> tooLong(String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length > longest
                ? Optional.of(Wrong.in(field, "too-long", longest, length - longest))
                : Optional.empty();
    }

    private <T> Optional<T> known(String field, String id, Function<String, T> find) {
        try {
            return Optional.of(find.apply(id));
        } catch (IllegalArgumentException unknown) {
            wrongs.add(Wrong.in(field, "choose"));
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= AwarenessDays.FIRST_YEAR && date.getYear() <= AwarenessDays.LAST_YEAR) {
                return Optional.of(date);
            }
        } catch (DateTimeException malformed) {
            // said below, like a year that can't be meant
        }
        wrongs.add(Wrong.in(field, "date"));
        return Optional.empty();
    }

    /** Makes one thing of a row; notes what is wrong and gives null when it can't. */
    private interface Make<T> {
        @Nullable
        T of(String words, @Nullable WebLink link, int row);
    }

    private <T> List<T> links(String field, List<LinkRow> rows, BiFunction<Integer, String, Row> where, Make<T> make) {
        List<LinkRow> filled = rows.stream().filter(row -> !row.blank()).toList();
        if (filled.size() > Brief.MOST_ROWS) {
            wrongs.add(Wrong.in(field, "too-many", Brief.MOST_ROWS));
        }
        List<T> made = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            LinkRow row = filled.get(i);
            Optional<WebLink> link = WebLink.parse(row.link());
            if (row.words().isEmpty()) {
                wrongs.add(Wrong.in(field, "words-needed", row.link()).at(where.apply(i, "words")));
            } else if (link.isEmpty() && !row.link().isEmpty()) {
                wrongs.add(Wrong.in(field, "link", row.link()).at(where.apply(i, "link")));
            } else {
                Row words = where.apply(i, "words");
                tooLong(field, row.words(), LONGEST_NAME).ifPresent(wrong -> wrongs.add(wrong.at(words)));
                T one = make.of(row.words(), link.orElse(null), i);
                if (one != null) {
                    made.add(one);
                }
            }
        }
        return made;
    }

    private List<Audience> audiences() {
        List<AudienceRow> filled =
                form.audiences().stream().filter(row -> !row.blank()).toList();
        if (filled.size() > Brief.MOST_ROWS) {
            wrongs.add(Wrong.in("audiences", "too-many", Brief.MOST_ROWS));
        }
        List<Audience> audiences = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            audience(filled.get(i), i).ifPresent(audiences::add);
        }
        return audiences;
    }

    private Optional<Audience> audience(AudienceRow row, int index) {
        int before = wrongs.size();
        part(index, "name", () -> needed("audiences", row.name(), LONGEST_NAME));
        part(index, "who", () -> notLonger("audiences", row.who(), LONGEST_WHO));
        Set<AgeBand> ages = new LinkedHashSet<>();
        part(index, "ages", () -> row.ages()
                .forEach(id -> known("audiences", id, AgeBand::of).ifPresent(ages::add)));
        List<String> languages = new ArrayList<>();
        part(index, "languages", () -> languages.addAll(languages(row.languages())));
        part(index, "readingAge", () -> readingAge(row.readingAge()));
        return wrongs.size() == before
                ? Optional.of(new Audience(row.name(), row.who(), ages, languages, Integer.parseInt(row.readingAge())))
                : Optional.empty();
    }

    // Whatever is found wrong while reading it belongs to this part of the row.
    private void part(int index, String part, Runnable reading) {
        int before = wrongs.size();
        reading.run();
        wrongs.subList(before, wrongs.size()).replaceAll(wrong -> wrong.at(Row.audience(index, part)));
    }

    private void readingAge(String text) {
        boolean age = text.matches("\\d{1,2}")
                && Integer.parseInt(text) >= Audience.YOUNGEST_READER
                && Integer.parseInt(text) <= Audience.OLDEST_READER;
        if (!age) {
            wrongs.add(Wrong.in("audiences", "reading-age", Audience.YOUNGEST_READER, Audience.OLDEST_READER));
        }
    }

    private List<String> languages(String typed) {
        List<String> tags = new ArrayList<>();
        for (String tag : typed.split("[,\\s]+")) {
            if (!tag.isEmpty()) {
                language(tag).ifPresentOrElse(tags::add, () -> wrongs.add(Wrong.in("audiences", "language", tag)));
            }
        }
        if (tags.size() > MOST_LANGUAGES) {
            wrongs.add(Wrong.in("audiences", "too-many", MOST_LANGUAGES));
        }
        return tags.stream().distinct().toList();
    }

    private static Optional<String> language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            boolean known = Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage());
            return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    private List<Hashtag> hashtags() {
        if (form.hashtags().size() > Brief.MOST_HASHTAGS) {
            wrongs.add(Wrong.in("hashtags", "too-many", Brief.MOST_HASHTAGS));
        }
        Set<Hashtag> tags = new LinkedHashSet<>();
        for (String text : form.hashtags()) {
            try {
                tags.add(text.strip().contains(" ") ? Hashtag.fromPhrase(text) : Hashtag.of(text));
            } catch (IllegalArgumentException refused) {
                wrongs.add(Wrong.in("hashtags", "hashtag", text, Hashtag.LONGEST));
            }
        }
        return List.copyOf(tags);
    }

    private Set<Network> networks() {
        Set<Network> networks = new LinkedHashSet<>();
        form.networks().forEach(id -> known("networks", id, Network::of).ifPresent(networks::add));
        return networks;
    }

    private @Nullable String day() {
        if (form.day().isEmpty()) {
            return null;
        }
        if (days.find(form.day()).isEmpty()) {
            wrongs.add(Wrong.in("day", "choose"));
        }
        return form.day();
    }

    private @Nullable UUID owner() {
        try {
            UUID owner = UUID.fromString(form.owner());
            if (isMember.test(owner)) {
                return owner;
            }
        } catch (IllegalArgumentException malformed) {
            // said below, like someone we don't know
        }
        wrongs.add(Wrong.in("owner", "choose"));
        return null;
    }
}
