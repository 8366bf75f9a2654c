/**
 * Layer S: real clients through the proxy to a real Dovecot. Each class starts the distribution once with the listeners that it
 * needs; Dovecot is one for the whole run. Without Dovecot the classes are skipped, with the reason.
 */
@NullMarked
package org.posthouse.itest.servers;

import org.jspecify.annotations.NullMarked;
