/** Finding texts by the words they share and by what they mean: for known claims and for reviewed answers. */
@NullMarked
package health.clarion.safeguards.retrieval;

import org.jspecify.annotations.NullMarked;
