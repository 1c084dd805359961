package health.clarion.operations;

/** Something {@code clarion doctor} looks at. Modules contribute beans of this type. It only looks; it changes nothing. */
public interface Check {

    /** What is looked at, in a word or two for a person, such as {@code Audit}. */
    String name();

    /** Looks, within a few seconds. */
    Result look();

    /** What was seen, in words for a person. */
    sealed interface Result {

        /** A complete sentence. */
        String words();

        /** All is well. */
        record Fine(String words) implements Result {}

        /** It works, but someone should see to it. */
        record Mind(String words, String whatToDo) implements Result {}

        /** Something is broken. */
        record Wrong(String words, String whatToDo) implements Result {}
    }
}
