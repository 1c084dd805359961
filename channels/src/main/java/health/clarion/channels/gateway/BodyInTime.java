package health.clarion.channels.gateway;

import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A body that leaves only while its call has time. Without it a process that is frozen between its last look at the
 * lease and the write, and wakes, would send what is no longer its to send.
 */
final class BodyInTime {

    /** The body never left whole, so that no server can have acted on it. */
    static final class TooLate extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        TooLate() {
            super("the time of this call was over before its body was sent");
        }
    }

    private BodyInTime() {}

    /** The body of a call that has one. */
    static BodyPublisher of(Call call) {
        BodyPublisher bytes = BodyPublishers.ofByteArray(call.body());
        return BodyPublishers.fromPublisher(
                subscriber -> bytes.subscribe(new Guard(call, subscriber)), call.body().length);
    }

    /** Passes the bytes on, one look at the clock before each. */
    private static final class Guard implements Flow.Subscriber<ByteBuffer> {

        private final Call call;
        private final Flow.Subscriber<? super ByteBuffer> to;
        private boolean over;

        Guard(Call call, Flow.Subscriber<? super ByteBuffer> to) {
            this.call = call;
            this.to = to;
        }

        @Override
        public void onSubscribe(Flow.Subscription granted) {
            to.onSubscribe(granted);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            if (over) {
                return;
            }
            if (call.left().isPositive()) {
                to.onNext(bytes);
                return;
            }
            over = true;
            to.onError(new TooLate());
        }

        @Override
        public void onError(Throwable failure) {
            if (!over) {
                to.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!over) {
                to.onComplete();
            }
        }
    }
}
