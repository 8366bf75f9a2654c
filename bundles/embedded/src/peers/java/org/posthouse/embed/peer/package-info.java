/** A client, a server, and a look at the threads: for the tests here and in {@code run/embed}, which compile this folder, too. */
@NullMarked
package org.posthouse.embed.peer;

import org.jspecify.annotations.NullMarked;
