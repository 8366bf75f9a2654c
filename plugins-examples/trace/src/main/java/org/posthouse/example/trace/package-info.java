/** An example: prints each message that passes, in all four directions. */
@NullMarked
package org.posthouse.example.trace;

import org.jspecify.annotations.NullMarked;
