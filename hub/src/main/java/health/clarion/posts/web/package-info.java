/** Pages and API of posts. */
@NullMarked
package health.clarion.posts.web;

import org.jspecify.annotations.NullMarked;
