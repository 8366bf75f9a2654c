/**
 * Answers how the proxy does and does what operators say: the service {@link org.posthouse.admin.Administration}. Asks listeners and the plugin watch, holds nothing itself but the last readiness, whose
 * changes it logs. Never on an event loop.
 */
@NullMarked
package org.posthouse.proxy.status;

import org.jspecify.annotations.NullMarked;
