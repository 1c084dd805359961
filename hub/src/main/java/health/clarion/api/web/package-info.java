/** The page and the document, and how they are read from the handlers. Left out with the pages. */
@NullMarked
package health.clarion.api.web;

import org.jspecify.annotations.NullMarked;
