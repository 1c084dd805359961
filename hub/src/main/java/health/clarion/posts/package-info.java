/** What we say: post, variants, revisions, sources, findings. */
@ApplicationModule(
        displayName = "posts",
        allowedDependencies = {"campaigns", "library", "media", "accounts", "people", "audit", "operations", "ui"})
@NullMarked
package health.clarion.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
