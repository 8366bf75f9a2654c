/**
 * What an operator writes in {@code conf/org.posthouse.listener-NAME.cfg}, as values that can't be wrong.
 *
 * <p>Everything here is immutable, holds no resource and may be used from any thread. A
 * {@link org.posthouse.proxy.config.ListenerSettings} exists only if every key of the file was understood: who holds
 * one never validates again. What was not understood is a {@link org.posthouse.proxy.config.Fault}, one line each.
 *
 * <p>The package needs the JDK only (no Netty, no OSGi, no logging), so that {@code bin/posthouse check} runs it on a
 * flat class path with {@link org.posthouse.proxy.config.ConfigurationCheck}.
 */
@NullMarked
package org.posthouse.proxy.config;

import org.jspecify.annotations.NullMarked;
