package health.clarion.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a network sees links, mentions and hashtags: UTF-16 spans, each list in reading order, none overlapping another.
 * Where two would overlap, the earlier start wins, as the networks do it.
 */
record Spans(List<Span> links, List<Span> mentions, List<Span> hashtags) {

    static Spans of(Network network, String text) {
        return switch (network) {
            case BLUESKY -> apart(BlueskyText.links(text), BlueskyText.mentions(text), BlueskyText.hashtags(text));
            case MASTODON ->
                apart(Links.find(text, Links.Style.MASTODON), MastodonText.mentions(text), MastodonText.hashtags(text));
            case X, FACEBOOK, INSTAGRAM, THREADS, LINKEDIN, TIKTOK, YOUTUBE, SNAPCHAT ->
                apart(Links.find(text, Links.Style.X), mentions(network, text), SocialText.hashtags(text));
        };
    }

    List<Span> linksAndMentions() {
        List<Span> both = new ArrayList<>(links);
        both.addAll(mentions);
        both.sort(Comparator.comparingInt(Span::start));
        return both;
    }

    private static List<Span> mentions(Network network, String text) {
        return SocialText.mentions(text, network == Network.X ? SocialText.Names.X : SocialText.Names.WITH_DOTS);
    }

    private static Spans apart(List<Span> links, List<Span> mentions, List<Span> hashtags) {
        record Kept(Span span, List<Span> kind) {}
        List<Kept> all = new ArrayList<>();
        Spans apart = new Spans(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        links.forEach(span -> all.add(new Kept(span, apart.links)));
        mentions.forEach(span -> all.add(new Kept(span, apart.mentions)));
        hashtags.forEach(span -> all.add(new Kept(span, apart.hashtags)));
        all.sort(Comparator.comparingInt(kept -> kept.span().start()));
        int free = 0;
        for (Kept kept : all) {
            if (kept.span().start() >= free) {
                kept.kind().add(kept.span());
                free = kept.span().end();
            }
        }
        return apart;
    }
}
