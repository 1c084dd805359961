/** Finds people's names in running text: lists of names, words around them, and a trained model that weighs both. */
@NullMarked
package health.clarion.safeguards.privacy.names;

import org.jspecify.annotations.NullMarked;
