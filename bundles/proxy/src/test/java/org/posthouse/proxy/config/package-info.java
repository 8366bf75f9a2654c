/** Listener files, right and wrong: each case is a file under {@code cases/} that says itself what is expected. */
@NullMarked
package org.posthouse.proxy.config;

import org.jspecify.annotations.NullMarked;
