/** Listeners driven as Declarative Services would, with sessions that only greet. */
@NullMarked
package org.posthouse.proxy.listener;

import org.jspecify.annotations.NullMarked;
