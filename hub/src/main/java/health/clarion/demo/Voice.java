package health.clarion.demo;

import health.clarion.channels.Incoming;
import health.clarion.networks.Network;
import java.util.List;

/**
 * Something that somebody wrote back. Everybody here is invented, and so is every word.
 *
 * @param hoursAgo how long ago it was written, in hours
 */
record Voice(
        Network network, Incoming.Kind kind, String handle, String name, double hoursAgo, After after, String words) {

    /** What became of it. */
    enum After {
        /** Nobody has looked yet. */
        NEW,
        /** The moderator is answering it now. */
        IN_HAND,
        /** It was answered. */
        ANSWERED,
        /** It needed no answer. */
        DONE
    }

    /** Everybody who wrote back in these two weeks. */
    static List<Voice> all() {
        return List.of(
                reply(Network.BLUESKY, "driftwood.example", "driftwood", 1.5, After.IN_HAND, """
                        it’s all well and good a door being open but I don’t want to be alive any more and I can’t say that to a porter"""),
                reply(Network.MASTODON, "niamh@social.example", "Niamh", 2, After.NEW, """
                        Thank you for the one about texting “no need to answer”. I sent it to my flatmate and she came and sat in my room."""),
                mention(Network.BLUESKY, "eastmere-su.example", "Eastmere Students’ Union", 5, After.NEW, """
                        Is the open room at Eastmere step-free? One of our reps uses a wheelchair and would like to help on Thursdays."""),
                reply(Network.MASTODON, "joana@social.example", "Joana", 7, After.NEW, """
                        Això hauria d’existir a totes les universitats. Es pot portar la carta a la meva facultat?"""),
                reply(Network.BLUESKY, "tutor-hall.example", "A tutor at Highfield", 21, After.NEW, """
                        Who pays for the trained person? Our principal will ask me that before anything else."""),
                reply(Network.BLUESKY, "marisol.example", "Marisol", 30, After.ANSWERED, """
                        ¿Puedo ir aunque no sea estudiante de Brannoc?"""),
                mention(Network.MASTODON, "porterslodge@social.example", "The Porters’ Lodge", 52, After.DONE, """
                        Kettle’s on at Brannoc. See you at eight."""));
    }

    private static Voice reply(
            Network network, String handle, String name, double hoursAgo, After after, String words) {
        return new Voice(network, Incoming.Kind.REPLY, handle, name, hoursAgo, after, words);
    }

    private static Voice mention(
            Network network, String handle, String name, double hoursAgo, After after, String words) {
        return new Voice(network, Incoming.Kind.MENTION, handle, name, hoursAgo, after, words);
    }
}
