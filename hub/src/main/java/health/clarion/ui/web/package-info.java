/** Pages and API of ui. */
@NullMarked
package health.clarion.ui.web;

import org.jspecify.annotations.NullMarked;
