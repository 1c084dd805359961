/** Pages and API of desk and calendar. */
@NullMarked
package health.clarion.desk.web;

import org.jspecify.annotations.NullMarked;
