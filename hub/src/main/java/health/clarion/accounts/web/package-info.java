/** Pages and API of accounts. */
@NullMarked
package health.clarion.accounts.web;

import org.jspecify.annotations.NullMarked;
