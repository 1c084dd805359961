package health.clarion.campaigns;

/**
 * Something a reader of the campaign's page can do.
 *
 * @param words the button: a verb and its object, such as "Sign the letter"
 */
public record Action(String words, WebLink link) {

    public Action {
        if (words.isBlank()) {
            throw new IllegalArgumentException("an action needs words");
        }
    }
}
