package health.clarion.channels;

/** How connecting an account ended. */
public sealed interface Login {

    /**
     * The account is connected.
     *
     * @param connection with its credentials; its store lasts only as long as this object, so keep the credentials
     * @param account the network's lasting id of the account
     * @param displayName as the account shows itself; its handle when it shows none
     */
    record Connected(Connection connection, String account, String displayName) implements Login {}

    /** It is not; {@code why} is {@link Outcome.Refused} or {@link Outcome.TryLater}. */
    record Failed(Outcome why) implements Login {}
}
