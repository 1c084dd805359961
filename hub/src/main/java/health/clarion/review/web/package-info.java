/** Pages and API of review. */
@NullMarked
package health.clarion.review.web;

import org.jspecify.annotations.NullMarked;
