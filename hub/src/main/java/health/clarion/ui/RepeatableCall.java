package health.clarion.ui;

/** Which calls of the API may carry an {@code Idempotency-Key}, so that a program can repeat them without harm. */
public final class RepeatableCall {

    /** The header with the caller's key. */
    public static final String KEY = "Idempotency-Key";

    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** The longest key. */
    public static final int LONGEST_KEY = 200;

    private static final String API = "/api/v1/";

    // It carries passwords, of which not even a digest is kept, and makes nothing.
    private static final String PASSWORD = API + "me/password";

    private RepeatableCall() {}

    /** Whether a call of this method and path may: what creates, or acts once. PUT, PATCH and DELETE repeat by nature. */
    public static boolean is(String method, String path) {
        return method.equals("POST") && path.startsWith(API) && !path.equals(PASSWORD);
    }
}
