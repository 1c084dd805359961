package health.clarion.demo;

import static health.clarion.networks.Network.BLUESKY;
import static health.clarion.networks.Network.INSTAGRAM;
import static health.clarion.networks.Network.LINKEDIN;
import static health.clarion.networks.Network.MASTODON;

import health.clarion.demo.Cast.Part;
import health.clarion.demo.Scene.Plot;
import java.util.List;
import java.util.stream.Stream;

/** Every post of the demonstration, in its own words. People, colleges and figures are invented; sources are real. */
final class Script {

    private static final String ASKING = "Dazzi and others, 2014: Does asking about suicide induce suicidal ideation?";
    private static final String ASKING_AT = "https://doi.org/10.1017/S0033291714001299";

    private Script() {}

    static List<Scene> scenes() {
        return Stream.of(lived(), wentWrong(), coming(), inTheMaking())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scene> lived() {
        return List.of(
                Scene.of("Six colleges, six doors", Plot.LIVE, Part.NADIA, BLUESKY, MASTODON)
                        .on(-14, 9, 0)
                        .showing(DoorArt.SIX)
                        .saying("Westhaven has six colleges. After six in the evening, most of their doors are shut. We"
                                + " are asking each to keep one room open, with one trained person in it."
                                + " #OneOpenDoor"),
                Scene.of("What Mara asked for", Plot.LIVE, Part.CARLES, BLUESKY)
                        .on(-12, 17, 0)
                        .saying("We asked students what would make the evenings easier. Nobody asked for an app. They"
                                + " asked for a light, a kettle and somebody who listens. #OneOpenDoor"),
                Scene.of("For tutors: one hour", Plot.LIVE, Part.NADIA, LINKEDIN)
                        .on(-11, 12, 30)
                        .saying("""
                                A student who needs to talk at nine in the evening finds most doors shut.

                                We are asking the six Westhaven colleges to keep one room open and one trained person in it, every evening of term. Two already do. If you work in a college, read the letter and put your name to it. #OneOpenDoor"""),
                Scene.of("The letter, in a minute", Plot.LIVE, Part.CARLES, INSTAGRAM, BLUESKY)
                        .on(-10, 17, 0)
                        .showing(DoorArt.AJAR)
                        .saying("Our letter is one page long. It asks for one room, two hours, every evening. Read it,"
                                + " and sign it if you agree. #OneOpenDoor"),
                Scene.of("Two doors already open", Plot.LIVE, Part.NADIA, BLUESKY, MASTODON)
                        .on(-7, 9, 0)
                        .saying("Brannoc opened its door in October. Eastmere followed in November. Two down, four to"
                                + " go. Thank you to everyone who wrote. #OneOpenDoor"),
                Scene.of("Asking is safe", Plot.LIVE, Part.NADIA, BLUESKY, MASTODON)
                        .on(-4, 17, 0)
                        .warning("About suicide, with where to get help")
                        .because("", ASKING, ASKING_AT)
                        .saying("Asking a friend about suicide does not plant the idea. It can be a relief to be asked."
                                + " If you need someone now: Samaritans, 116 123, day and night. #OneOpenDoor"),
                Scene.of("Tea at nine", Plot.LIVE, Part.CARLES, INSTAGRAM, MASTODON)
                        .on(-2, 20, 0)
                        .showing(DoorArt.TEA)
                        .saying("It is nine in the evening. The kettle is on. Come in; you don’t need a reason."
                                + " #OneOpenDoor"));
    }

    private static List<Scene> wentWrong() {
        return List.of(
                Scene.of("Three ways to ask", Plot.UNSURE, Part.NADIA, BLUESKY, MASTODON)
                        .on(0, 9, 0)
                        .saying("Three ways to ask: on a walk, side by side. Over tea, with time. By text: “thinking of"
                                + " you, no need to answer.” #OneOpenDoor"),
                Scene.of("What a walk-in hour is", Plot.MISSED, Part.CARLES, MASTODON)
                        .on(-1, 12, 30)
                        .saying("A walk-in hour needs no form. You knock, someone is there, and they know what to do"
                                + " next. #OneOpenDoor"),
                Scene.of("Mara’s quote card", Plot.REFUSED, Part.CARLES, MASTODON)
                        .on(-3, 18, 0)
                        .showing(DoorArt.AJAR)
                        .saying("“Then one night the light was on.” #OneOpenDoor"),
                Scene.of("Open day at Highfield", Plot.RETRACTED, Part.NADIA, BLUESKY, MASTODON)
                        .on(-6, 12, 0)
                        .saying(
                                "Meet us at Highfield on Thursday at noon. Bring a friend and a question. #OneOpenDoor"),
                Scene.of("Ask the principal", Plot.HELD, Part.CARLES, BLUESKY)
                        .on(-1, 9, 0)
                        .saying("Four principals have not answered yet. A kind letter from a student is worth ten of"
                                + " ours. Ours is a start you can use. #OneOpenDoor"));
    }

    private static List<Scene> coming() {
        return List.of(
                Scene.of("Half-way to five thousand", Plot.SCHEDULED, Part.NADIA, INSTAGRAM, LINKEDIN)
                        .on(1, 12, 30)
                        .showing(DoorArt.SIX)
                        .saying("Our letter is half-way to five thousand names. Is yours on it? The link is on our"
                                + " page. #OneOpenDoor"),
                Scene.of("Bring a friend on Friday", Plot.SCHEDULED, Part.CARLES, BLUESKY, MASTODON)
                        .on(4, 17, 0)
                        .saying("Some doors are easier with two. On Friday, walk a friend to the open room and wait"
                                + " outside with a coffee. #OneOpenDoor"),
                Scene.of("A ramp is part of the door", Plot.SIGNED_OFF, Part.CARLES, BLUESKY, LINKEDIN)
                        .in(Theme.EVERYONE_REACHES)
                        .on(9, 10, 0)
                        .saying("A door with three steps is shut for some of us. Every room we ask for has a way in"
                                + " without steps. #OneOpenDoor"));
    }

    private static List<Scene> inTheMaking() {
        return List.of(
                Scene.of("The night porter knew my name", Plot.IN_REVIEW, Part.CARLES, BLUESKY, MASTODON)
                        .on(2, 18, 0)
                        .warning("Mentions a hard time; has a way to get help")
                        .after("The night porter knew my name. That is what kept me here in my degree. I found one door"
                                + " open at Brannoc Hall. Read the story, then ask your college to keep one open"
                                + " too. #OneOpenDoor")
                        .saying("The night porter knew my name. That is what kept me here in my second year. I found"
                                + " one door open at half past nine. Read the story, then ask your college to"
                                + " keep one open too. #OneOpenDoor"),
                Scene.of("After the news from Eastmere", Plot.URGENT, Part.NADIA, BLUESKY, MASTODON)
                        .on(0, 18, 0)
                        .warning("About a death, with where to get help")
                        .saying(
                                "The news from Eastmere is hard. You don’t have to carry it alone tonight. The open room"
                                        + " stays open until midnight, and Samaritans answer at any hour: 116 123."),
                Scene.of("When a friend goes quiet", Plot.CHANGES_ASKED, Part.NADIA, BLUESKY, MASTODON)
                        .on(1, 17, 0)
                        .showing(DoorArt.AJAR)
                        .because("", ASKING, ASKING_AT)
                        .saying(
                                "When a friend goes quiet, you don’t need perfect words. “How are you, really?” is enough"
                                        + " to start. Talking early always helps to ease depression. Ask your college to"
                                        + " keep one door open. #OneOpenDoor"),
                Scene.of("What a friend told us", Plot.DRAFT, Part.NADIA, BLUESKY, MASTODON, INSTAGRAM)
                        .showing(DoorArt.AJAR)
                        .saying("""
                                When a friend goes quiet, you don’t need perfect words. “How are you, really?” is enough to start.

                                Talking early always stops depression getting worse. Jamie, a second-year at St Brannoc’s, told us one open door kept him from committing suicide. Write to him at jamie@brannoc.example.

                                Ask your college to keep one door open every evening. #oneopendoor"""),
                Scene.of("Exam week, one kind thing", Plot.DRAFT, Part.CARLES, BLUESKY, INSTAGRAM)
                        .showing(DoorArt.TEA)
                        .saying("Exam week. Make two cups of tea. Give one away. #OneOpenDoor"),
                Scene.of("Ask twice, a year on", Plot.DRAFT, Part.CARLES, BLUESKY)
                        .in(Theme.ASK_TWICE)
                        .saying("A year ago we asked you to ask twice. What did you hear?"));
    }
}
