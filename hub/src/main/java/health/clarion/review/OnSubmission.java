package health.clarion.review;

import health.clarion.posts.PostEdited;
import health.clarion.posts.PostSubmitted;
import health.clarion.posts.PostWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens and voids reviews as posts change. In the same transaction as the change, so that no moment exists in which an
 * edited post still counts as signed.
 */
@Component
class OnSubmission {

    private final Review review;

    OnSubmission(Review review) {
        this.review = review;
    }

    @EventListener
    @Order(0) // whoever plans the new words finds their review open
    void on(PostSubmitted submitted) {
        review.open(submitted.submission());
    }

    @EventListener
    void on(PostEdited edited) {
        review.close(edited.post(), "edited");
    }

    @EventListener
    void on(PostWithdrawn withdrawn) {
        review.close(withdrawn.post(), "withdrawn");
    }
}
