package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis.Who;
import org.jspecify.annotations.Nullable;

/**
 * A sign as it was said, with what the words around it tell.
 *
 * @param said the words
 * @param who who is at risk, or why nobody is
 * @param rule the rule it fires, or null
 */
record Mention(Said said, Who who, @Nullable String rule) {}
