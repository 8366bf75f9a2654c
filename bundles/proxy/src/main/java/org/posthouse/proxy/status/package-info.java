/**
 * Answers how the proxy does: the service {@link org.posthouse.admin.Administration}, and the same as text for
 * {@code bin/posthouse status}. Asks listeners and the plugin watch, holds nothing itself but the last readiness, whose
 * changes it logs. Never on an event loop.
 *
 * <p>For a launcher that shares no class with us each command is a {@link java.util.function.Function} service with the
 * property {@code org.posthouse.control} = the command's name: arguments in one line in; out come a first line with the
 * exit code and then the text to print.
 */
@NullMarked
package org.posthouse.proxy.status;

import org.jspecify.annotations.NullMarked;
