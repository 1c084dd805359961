package health.clarion.proof;

import java.net.http.HttpResponse;
import java.util.Map;

/**
 * One request that wrk repeats, and the answer it was seen to get.
 *
 * @param form the form's fields as they are sent; empty for a plain visit. {@code %n} in it becomes a number that is
 *     another in each request
 */
record Ask(String address, Map<String, String> headers, String form, HttpResponse<byte[]> answer) {

    /** The same request, asked of another server. */
    Ask at(String other) {
        return new Ask(other, headers, form, answer);
    }
}
