/** How a text is taken apart: folded for matching, cut into words and sentences, every position kept in code points. */
@NullMarked
package health.clarion.safeguards.text;

import org.jspecify.annotations.NullMarked;
