/** Pages and API of people, and who may pass. */
@NullMarked
package health.clarion.people.web;

import org.jspecify.annotations.NullMarked;
