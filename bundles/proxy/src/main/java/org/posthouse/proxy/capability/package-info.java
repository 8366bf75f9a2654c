/**
 * What a capability brings along: which commands, arguments and modifiers are refused when it is kept from the client,
 * by one table ({@code withheld.txt}). No Netty, no state; any thread.
 */
@NullMarked
package org.posthouse.proxy.capability;

import org.jspecify.annotations.NullMarked;
